namespace KazNlp;

/// <summary>Keeps as many workspaces as run at once, at most one a processor. Thread-safe.</summary>
internal sealed class WorkspacePool(LinearChain chain)
{
    private readonly EntityWorkspace?[] _spare = new EntityWorkspace?[Environment.ProcessorCount];

    /// <summary>A workspace that no one else uses.</summary>
    public EntityWorkspace Rent()
    {
        for (int i = 0; i < _spare.Length; i++)
        {
            if (Interlocked.Exchange(ref _spare[i], null) is { } workspace)
            {
                return workspace;
            }
        }

        return new EntityWorkspace(chain);
    }

    /// <summary>Gives a workspace back.</summary>
    public void Return(EntityWorkspace workspace)
    {
        for (int i = 0; i < _spare.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _spare[i], workspace, null) is null)
            {
                return;
            }
        }
    }
}
