namespace KazNlp;

/// <content>How sure the model is of a whole sentence.</content>
public sealed partial class EntityModel
{
    /// <summary>Finds the entities among the given tokens of one sentence, and tells how sure the model is that it saw all of them right.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="sureness">The least probability, not calibrated, of the label that any piece got; 0 for a sentence that does not fit a window.</param>
    internal List<EntityMention> FindMentions(IReadOnlyList<string> tokens, out float sureness)
    {
        List<EntityMention> mentions = [];
        EntityWorkspace workspace = _workspaces.Rent();
        EntityWindow window = workspace.Window;
        window.Clear();
        int added = 0;
        while (added < tokens.Count && window.TryAdd(tokens[added], added))
        {
            added++;
        }

        sureness = 0;
        if (added == tokens.Count && added > 0)
        {
            window.Complete(Clusters, Gazetteer.Default);
            Decode(workspace);
            _chain.ForwardBackward(workspace.Scores, workspace.Forward, workspace.Backward, workspace.Scales.AsSpan(0, window.Count));
            sureness = 1;
            for (int at = 0; at < window.Count; at++)
            {
                int place = (at * _chain.Stride) + workspace.Labels[at];
                sureness = Math.Min(sureness, workspace.Forward[place] * workspace.Backward[place]);
            }

            Emit(workspace, 0, tokens.Count, withScores: false, mentions);
        }

        _workspaces.Return(workspace);
        return mentions;
    }
}
