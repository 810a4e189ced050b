namespace KazNlp;

/// <summary>The ids of several texts in rows of one length, for a model: the rows of a <see cref="Rows"/> × <see cref="Columns"/> array one behind the other. Immutable and thread-safe.</summary>
public sealed class SubwordBatch
{
    private readonly int[] _ids;
    private readonly int[] _attentionMask;
    private readonly int[] _lengths;

    internal SubwordBatch(int[] ids, int[] attentionMask, int[] lengths, int columns)
    {
        _ids = ids;
        _attentionMask = attentionMask;
        _lengths = lengths;
        Columns = columns;
    }

    /// <summary>Number of texts.</summary>
    public int Rows => _lengths.Length;

    /// <summary>Number of ids of each row, padding included.</summary>
    public int Columns { get; }

    /// <summary>The ids, row behind row.</summary>
    public ReadOnlyMemory<int> Ids => _ids;

    /// <summary>1 for each id that a model shall read, 0 for padding; row behind row.</summary>
    public ReadOnlyMemory<int> AttentionMask => _attentionMask;

    /// <summary>The ids of one text, padding included.</summary>
    /// <param name="row">Its index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<int> GetRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return _ids.AsSpan(row * Columns, Columns);
    }

    /// <summary>Number of ids of one text without padding.</summary>
    /// <param name="row">Its index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int GetLength(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
        return _lengths[row];
    }

    /// <summary>Copies ids and mask as 64-bit integers, which most exported models take.</summary>
    /// <param name="ids">Takes <see cref="Rows"/> × <see cref="Columns"/> ids.</param>
    /// <param name="attentionMask">Takes as many ones and zeros.</param>
    /// <exception cref="ArgumentException">A destination is too short.</exception>
    public void CopyTo(Span<long> ids, Span<long> attentionMask)
    {
        if (ids.Length < _ids.Length || attentionMask.Length < _ids.Length)
        {
            throw new ArgumentException($"{Rows} rows of {Columns} ids need {_ids.Length} elements.", ids.Length < _ids.Length ? nameof(ids) : nameof(attentionMask));
        }

        for (int i = 0; i < _ids.Length; i++)
        {
            ids[i] = _ids[i];
            attentionMask[i] = _attentionMask[i];
        }
    }
}
