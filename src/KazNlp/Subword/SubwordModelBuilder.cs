using System.Text;

namespace KazNlp;

/// <summary>Gathers what the vocabulary files say and makes a <see cref="SubwordModel"/> of it, or says in which line they are wrong.</summary>
internal sealed class SubwordModelBuilder(string source)
{
    private const int MaxId = 1 << 24;

    private readonly Dictionary<string, (int Id, string Where)> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _ids = [];
    private readonly Dictionary<string, int> _specials = new(StringComparer.Ordinal);
    private readonly List<(string Left, string Right, string Where)> _merges = [];

    public void AddPiece(string piece, int id, string where)
    {
        if (!_pieces.TryAdd(piece, (id, where)))
        {
            throw new InvalidDataException($"{where}: duplicate piece '{piece}': it has id {_pieces[piece].Id} already.");
        }

        if (!_ids.TryAdd(id, piece))
        {
            throw new InvalidDataException($"{where}: id {id} of '{piece}' belongs to '{_ids[id]}' already.");
        }

        if (id > MaxId)
        {
            throw new InvalidDataException($"{where}: id {id} of '{piece}' is beyond {MaxId}.");
        }
    }

    public void AddSpecial(string token, int id) => _specials[token] = id;

    public void AddSpecialsOfVocabulary(Predicate<string> isSpecial)
    {
        foreach ((string piece, (int id, _)) in _pieces)
        {
            if (isSpecial(piece))
            {
                _specials[piece] = id;
            }
        }
    }

    public void AddMerge(string left, string right, string where) => _merges.Add((left, right, where));

    public SubwordModel Build(string pattern, bool takesWholeParts = false)
    {
        int count = 0;
        foreach ((string piece, (int id, _)) in _pieces)
        {
            count = _specials.ContainsKey(piece) ? count : Math.Max(count, id + 1);
        }

        byte[][] pieces = new byte[count][];
        Array.Fill(pieces, []);
        foreach ((string piece, (int id, string where)) in _pieces)
        {
            if (_specials.ContainsKey(piece))
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
            (string left, string right, string where) = _merges[i];
            merges[i] = (Find(left, where), Find(right, where), Find(left + right, where));
        }

        return new SubwordModel(source, pieces, merges, _specials, pattern, takesWholeParts, index => new StringBuilder(_merges[index].Where).Replace($"{source}, ", string.Empty).ToString());
    }

    private int Find(string piece, string where) =>
        _pieces.TryGetValue(piece, out (int Id, string Where) found) && !_specials.ContainsKey(piece)
            ? found.Id
            : throw new InvalidDataException($"{where}: the merge needs the piece '{piece}', which the vocabulary lacks.");
}
