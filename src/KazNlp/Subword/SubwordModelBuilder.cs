namespace KazNlp;

/// <summary>Gathers what the vocabulary files say and makes a <see cref="SubwordModel"/> of it, or says in which line they are wrong.</summary>
internal sealed class SubwordModelBuilder(string source)
{
    private const int MaxId = 1 << 24;

    private readonly Dictionary<string, (int Id, FilePlace Where)> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _ids = [];
    private readonly Dictionary<string, AddedToken> _added = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Text, FilePlace Where)> _addedIds = [];
    private readonly List<(string Left, string Right, FilePlace Where)> _merges = [];

    public void AddPiece(string piece, int id, FilePlace where)
    {
        if (!_pieces.TryAdd(piece, (id, where)))
        {
            throw new InvalidDataException($"{where}: duplicate piece '{piece}': it has id {_pieces[piece].Id} already.");
        }

        if (!_ids.TryAdd(id, piece))
        {
            throw new InvalidDataException($"{where}: id {id} of '{piece}' belongs to '{_ids[id]}' already.");
        }

        if (id is < 0 or > MaxId)
        {
            throw new InvalidDataException($"{where}: id {id} of '{piece}' is not from 0 to {MaxId}.");
        }
    }

    public void AddToken(AddedToken token, FilePlace where)
    {
        if (token.Text.Length == 0)
        {
            throw new InvalidDataException($"{where}: an added token has no text.");
        }

        if (token.Id is < 0 or > MaxId)
        {
            throw new InvalidDataException($"{where}: id {token.Id} of the added token '{token.Text}' is not from 0 to {MaxId}.");
        }

        if (_added.TryGetValue(token.Text, out AddedToken? same) && same.Id != token.Id)
        {
            throw new InvalidDataException($"{where}: the added token '{token.Text}' has two ids, {same.Id} and {token.Id}.");
        }

        if (_addedIds.TryGetValue(token.Id, out (string Text, FilePlace Where) other) && other.Text != token.Text)
        {
            throw new InvalidDataException($"{where}: id {token.Id} of the added token '{token.Text}' belongs to '{other.Text}' already.");
        }

        _added[token.Text] = token;
        _addedIds[token.Id] = (token.Text, where);
    }

    public void AddTokensOfVocabulary(Predicate<string> isAdded)
    {
        foreach ((string piece, (int id, FilePlace where)) in _pieces)
        {
            if (isAdded(piece))
            {
                AddToken(new AddedToken(piece, id), where);
            }
        }
    }

    public void AddMerge(string left, string right, FilePlace where) => _merges.Add((left, right, where));

    public SubwordModel Build(PartRules rules, bool takesWholeParts = false)
    {
        int count = 0;
        foreach ((string piece, (int id, FilePlace where)) in _pieces)
        {
            if (_added.TryGetValue(piece, out AddedToken? token))
            {
                if (token.Id != id)
                {
                    throw new InvalidDataException($"{where}: '{piece}' has id {id} in the vocabulary and {token.Id} as an added token.");
                }

                continue;
            }

            if (_addedIds.TryGetValue(id, out (string Text, FilePlace Where) added))
            {
                throw new InvalidDataException($"{added.Where}: id {id} of the added token '{added.Text}' belongs to the piece '{piece}' already.");
            }

            count = Math.Max(count, id + 1);
        }

        byte[][] pieces = new byte[count][];
        Array.Fill(pieces, []);
        foreach ((string piece, (int id, FilePlace where)) in _pieces)
        {
            if (_added.ContainsKey(piece))
            {
                continue;
            }

            if (!ByteAlphabet.TryToBytes(piece, out pieces[id]) || piece.Length == 0)
            {
                throw new InvalidDataException($"{where}: '{piece}' is no piece of a byte-level model: each of its characters must stand for a byte, as 'Ġ' does for a space.");
            }
        }

        var merges = new (int Left, int Right, int Result)[_merges.Count];
        for (int i = 0; i < merges.Length; i++)
        {
            (string left, string right, FilePlace where) = _merges[i];
            merges[i] = (Find(left, where), Find(right, where), Find(left + right, where));
        }

        return new SubwordModel(source, pieces, merges, [.. _added.Values], rules, takesWholeParts, index => _merges[index].Where.ToString());
    }

    private int Find(string piece, FilePlace where) =>
        _pieces.TryGetValue(piece, out (int Id, FilePlace Where) found) && !_added.ContainsKey(piece)
            ? found.Id
            : throw new InvalidDataException($"{where}: the merge needs the piece '{piece}', which the vocabulary lacks.");
}
