using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using static KazNlp.GazetteerLayout;

namespace KazNlp;

/// <summary>Makes a <see cref="Gazetteer"/> in memory, or the pack of one. Not thread-safe. The same calls in the same order give the same bytes.</summary>
internal sealed class GazetteerBuilder
{
    private readonly List<EntryRecord> _entries = [];
    private readonly List<(string Key, int Entry, uint Offset, uint Length)> _names = [];
    private readonly List<EntityType> _types = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, uint> _textOffsets = new(StringComparer.Ordinal);
    private ReadOnlyMemory<byte> _countries;

    /// <summary>Adds a thing.</summary>
    /// <param name="name">Its main name, in dictionary form.</param>
    /// <param name="aliases">Its other names.</param>
    /// <param name="type">Its class; at most 256 classes.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2 code, or null.</param>
    /// <param name="code">Another code, or null.</param>
    /// <exception cref="ArgumentException">A name holds no letter or digit, or the country code is not two ASCII letters.</exception>
    public void Add(string name, IReadOnlyList<string> aliases, EntityType type, GazetteerKind kind, string? countryCode = null, string? code = null)
    {
        if (countryCode is not null && (countryCode.Length != 2 || !char.IsAsciiLetterUpper(countryCode[0]) || !char.IsAsciiLetterUpper(countryCode[1])))
        {
            throw new ArgumentException($"'{countryCode}' is no ISO 3166-1 alpha-2 code.", nameof(countryCode));
        }

        int typeIndex = _types.IndexOf(type);
        if (typeIndex < 0)
        {
            typeIndex = _types.Count;
            _types.Add(type);
        }

        int entry = _entries.Count;
        AddName(name, entry);
        foreach (string alias in aliases)
        {
            AddName(alias, entry);
        }

        _entries.Add(new EntryRecord
        {
            NameOffset = Intern(name),
            NameLength = checked((ushort)name.Length),
            CodeOffset = code is null ? 0 : Intern(code),
            CodeLength = checked((ushort)(code?.Length ?? 0)),
            Type = checked((byte)typeIndex),
            Kind = (byte)kind,
            Country0 = (byte)(countryCode?[0] ?? '\0'),
            Country1 = (byte)(countryCode?[1] ?? '\0'),
        });
    }

    /// <summary>Sets the table of countries: one a line, its columns parted by tabs.</summary>
    public void SetCountries(string table) => _countries = Encoding.UTF8.GetBytes(table);

    /// <summary>The gazetteer, in memory.</summary>
    public Gazetteer Build() => new(ModelPack.Parse(ToPack().ToArray(), "a gazetteer in memory", PackKind));

    /// <summary>The gazetteer as a pack.</summary>
    public ModelPackBuilder ToPack()
    {
        // Things that share a name stand together, by kind, so that a country comes before a city of its name.
        var ordered = _names
            .OrderBy(name => name.Key, StringComparer.Ordinal)
            .ThenBy(name => _entries[name.Entry].Kind)
            .ThenBy(name => name.Entry)
            .DistinctBy(name => (name.Key, name.Entry))
            .ToList();

        var keys = new SortedDictionary<string, KeyRecord>(StringComparer.Ordinal);
        for (int i = 0; i < ordered.Count; i++)
        {
            string key = ordered[i].Key;
            KeyRecord record = keys.GetValueOrDefault(key);
            record.FirstName = record.NameCount == 0 ? (uint)i : record.FirstName;
            record.NameCount = checked((ushort)(record.NameCount + 1));
            record.Kinds |= GazetteerKinds.Of((GazetteerKind)_entries[ordered[i].Entry].Kind).Bits;
            keys[key] = record;
            for (int space = key.LastIndexOf(' '); space > 0; space = key.LastIndexOf(' ', space - 1))
            {
                KeyRecord prefix = keys.GetValueOrDefault(key[..space]);
                prefix.HasLonger = 1;
                keys[key[..space]] = prefix;
            }
        }

        var pack = new ModelPackBuilder(PackKind)
            .AddSection(Types, Encoding.UTF8.GetBytes(string.Join('\n', _types.Select(type => type.Name))))
            .AddSection(Entries, Bytes<EntryRecord>(_entries.ToArray()))
            .AddSection(Names, Bytes<NameRecord>(ordered.Select(name => new NameRecord { Entry = (uint)name.Entry, TextOffset = name.Offset, TextLength = name.Length }).ToArray()))
            .AddSection(Keys, Bytes<KeyRecord>(keys.Values.ToArray()))
            .AddSection(Slots, Bytes<SlotRecord>(BuildSlots(keys.Keys)))
            .AddSection(Text, Bytes<char>(_text.ToString().ToCharArray()));
        return _countries.IsEmpty ? pack : pack.AddSection(GazetteerLayout.Countries, _countries);
    }

    private static SlotRecord[] BuildSlots(SortedDictionary<string, KeyRecord>.KeyCollection keys)
    {
        // At most two thirds full: a failed look-up, the usual one, then reads two or three neighbouring slots.
        var slots = new SlotRecord[BitOperations.RoundUpToPowerOf2((uint)(keys.Count * 3 / 2) + 1)];
        int mask = slots.Length - 1;
        uint number = 0;
        foreach (string key in keys)
        {
            ulong hash = Extend(0, key);
            int i = (int)hash & mask;
            while (slots[i].KeyPlusOne != 0)
            {
                i = (i + 1) & mask;
            }

            slots[i] = new SlotRecord { Tag = Tag(hash), KeyPlusOne = ++number };
        }

        return slots;
    }

    private static byte[] Bytes<T>(T[] records)
        where T : struct => MemoryMarshal.AsBytes<T>(records).ToArray();

    private void AddName(string name, int entry)
    {
        string key = GazetteerFolding.Fold(name);
        if (key.Length == 0)
        {
            throw new ArgumentException($"The name '{name}' has no letter or digit.", nameof(name));
        }

        _names.Add((key, entry, Intern(name), (uint)name.Length));
    }

    private uint Intern(string text)
    {
        if (!_textOffsets.TryGetValue(text, out uint offset))
        {
            offset = (uint)_text.Length;
            _text.Append(text);
            _textOffsets.Add(text, offset);
        }

        return offset;
    }
}
