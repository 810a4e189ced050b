using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using static KazNlp.GazetteerLayout;

namespace KazNlp;

/// <summary>Makes a <see cref="Gazetteer"/> in memory, or the pack of one. Not thread-safe. The same calls in the same order give the same bytes.</summary>
/// <param name="shareText">
/// Whether equal names are stored once. Looking for them costs memory while a long list is built, about as much as the list itself.
/// </param>
internal sealed class GazetteerBuilder(bool shareText = true)
{
    private readonly List<EntryRecord> _entries = [];
    private readonly List<Name> _names = [];
    private readonly List<EntityType> _types = [];
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly Dictionary<string, uint> _textOffsets = new(StringComparer.Ordinal);
    private ReadOnlyMemory<byte> _countries;

    /// <summary>Adds a thing.</summary>
    /// <param name="name">Its main name, in dictionary form.</param>
    /// <param name="aliases">Its other names.</param>
    /// <param name="type">Its class; at most 256 classes.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2 code, or null.</param>
    /// <param name="code">Another code, or null.</param>
    /// <exception cref="ArgumentException">A name holds no letter or digit or is too long, or the country code is not two ASCII letters.</exception>
    public void Add(string name, IReadOnlyList<string> aliases, EntityType type, GazetteerKind kind, string? countryCode = null, string? code = null)
    {
        if (countryCode is not null && (countryCode.Length != 2 || !char.IsAsciiLetterUpper(countryCode[0]) || !char.IsAsciiLetterUpper(countryCode[1])))
        {
            throw new ArgumentException($"'{countryCode}' is no ISO 3166-1 alpha-2 code.", nameof(countryCode));
        }

        if (code?.Length > ushort.MaxValue)
        {
            throw new ArgumentException($"The code of '{name}' has {code.Length} characters, more than {ushort.MaxValue}.", nameof(code));
        }

        int typeIndex = _types.IndexOf(type);
        if (typeIndex < 0)
        {
            typeIndex = _types.Count;
            _types.Add(_types.Count <= byte.MaxValue ? type : throw new ArgumentException($"'{type}' is one class too many: a gazetteer has at most {byte.MaxValue + 1}.", nameof(type)));
        }

        int entry = _entries.Count;
        uint nameOffset = AddName(name, entry);
        foreach (string alias in aliases)
        {
            AddName(alias, entry);
        }

        _entries.Add(new EntryRecord
        {
            NameOffset = nameOffset,
            NameLength = (ushort)name.Length,
            CodeOffset = code is null ? 0 : Intern(code),
            CodeLength = (ushort)(code?.Length ?? 0),
            Type = (byte)typeIndex,
            Kind = (byte)kind,
            Country0 = (byte)(countryCode?[0] ?? '\0'),
            Country1 = (byte)(countryCode?[1] ?? '\0'),
        });
    }

    /// <summary>Sets the table of countries: one a line, its columns parted by tabs.</summary>
    public void SetCountries(string table) => _countries = Encoding.UTF8.GetBytes(table);

    /// <summary>The gazetteer, in memory.</summary>
    public Gazetteer Build() => new("a gazetteer in memory", BuildTables());

    /// <summary>The gazetteer as a pack.</summary>
    public ModelPackBuilder ToPack()
    {
        GazetteerTables tables = BuildTables();
        ModelPackBuilder pack = new ModelPackBuilder(PackKind)
            .AddSection(Types, tables.Types)
            .AddSection(Entries, tables.Entries)
            .AddSection(Names, tables.Names)
            .AddSection(Keys, tables.Keys)
            .AddSection(Slots, tables.Slots)
            .AddSection(Text, tables.Text);
        return _countries.IsEmpty ? pack : pack.AddSection(GazetteerLayout.Countries, _countries);
    }

    private GazetteerTables BuildTables()
    {
        // Things that share a name stand together, by kind, so that a country comes before a city of its name.
        int[] order = new int[_names.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, CompareNames);
        List<NameRecord> names = new(order.Length);
        List<KeyRecord> keys = new(order.Length);
        List<ulong> hashes = new(order.Length);
        Stack<(int Length, int Key)> open = new(); // the last key, and above it the shorter ones that start it
        Name last = new(string.Empty, -1, 0, 0);
        foreach (int index in order)
        {
            Name name = _names[index];
            if (name.Key != last.Key)
            {
                AddKeys(name.Key, last.Key, open, keys, hashes);
            }
            else if (name.Entry == last.Entry)
            {
                continue;
            }

            ref KeyRecord key = ref CollectionsMarshal.AsSpan(keys)[^1];
            key.FirstName = key.NameCount == 0 ? (uint)names.Count : key.FirstName;
            key.NameCount = (ushort)Math.Min(key.NameCount + 1, ushort.MaxValue);
            key.Kinds |= GazetteerKinds.Of((GazetteerKind)_entries[name.Entry].Kind).Bits;
            names.Add(new NameRecord { Entry = (uint)name.Entry, TextOffset = name.Offset, TextLength = name.Length });
            last = name;
        }

        return new GazetteerTables
        {
            Types = Encoding.UTF8.GetBytes(string.Join('\n', _types.Select(type => type.Name))),
            Entries = Bytes<EntryRecord>(CollectionsMarshal.AsSpan(_entries)),
            Names = Bytes<NameRecord>(CollectionsMarshal.AsSpan(names)),
            Keys = Bytes<KeyRecord>(CollectionsMarshal.AsSpan(keys)),
            Slots = BuildSlots(hashes),
            Text = Bytes(_text.WrittenSpan),
            Countries = _countries,
        };
    }

    private int CompareNames(int left, int right)
    {
        Name x = _names[left];
        Name y = _names[right];
        int byKey = string.CompareOrdinal(x.Key, y.Key);
        int byKind = byKey != 0 ? byKey : _entries[x.Entry].Kind.CompareTo(_entries[y.Entry].Kind);
        int byEntry = byKind != 0 ? byKind : x.Entry.CompareTo(y.Entry);
        return byEntry != 0 ? byEntry : left.CompareTo(right);
    }

    /// <summary>Adds a key and those of its beginnings that are not there yet. The space sorts before all that keys hold, so what starts with a key follows it directly.</summary>
    private static void AddKeys(string key, string last, Stack<(int Length, int Key)> open, List<KeyRecord> keys, List<ulong> hashes)
    {
        while (open.TryPeek(out var start) && !(start.Length < key.Length && key[start.Length] == ' ' && key.AsSpan(0, start.Length).SequenceEqual(last.AsSpan(0, start.Length))))
        {
            open.Pop();
        }

        int length = 0;
        ulong hash = 0;
        if (open.TryPeek(out var longest))
        {
            length = longest.Length;
            hash = hashes[longest.Key];
            CollectionsMarshal.AsSpan(keys)[longest.Key].HasLonger = 1;
        }

        while (length < key.Length)
        {
            int next = key.IndexOf(' ', length + 1);
            next = next < 0 ? key.Length : next;
            hash = Extend(hash, key.AsSpan(length, next - length));
            length = next;
            open.Push((length, keys.Count));
            keys.Add(new KeyRecord { HasLonger = (ushort)(length < key.Length ? 1 : 0) });
            hashes.Add(hash);
        }
    }

    private static byte[] BuildSlots(List<ulong> hashes)
    {
        // At most two thirds full: a failed look-up, the usual one, then reads two or three neighbouring slots.
        int count = (int)BitOperations.RoundUpToPowerOf2(((uint)hashes.Count * 3 / 2) + 1);
        byte[] bytes = new byte[count * Marshal.SizeOf<SlotRecord>()];
        Span<SlotRecord> slots = MemoryMarshal.Cast<byte, SlotRecord>(bytes.AsSpan());
        uint number = 0;
        foreach (ulong hash in hashes)
        {
            int i = (int)hash & (count - 1);
            while (slots[i].KeyPlusOne != 0)
            {
                i = (i + 1) & (count - 1);
            }

            slots[i] = new SlotRecord { Tag = Tag(hash), KeyPlusOne = ++number };
        }

        return bytes;
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> records)
        where T : struct => MemoryMarshal.AsBytes(records).ToArray();

    private uint AddName(string name, int entry)
    {
        if (name.Length > ushort.MaxValue)
        {
            throw new ArgumentException($"The name '{name.AsSpan(0, 40)}…' has {name.Length} characters, more than {ushort.MaxValue}.", nameof(name));
        }

        string key = GazetteerFolding.Fold(name);
        if (key.Length == 0)
        {
            throw new ArgumentException($"The name '{name}' has no letter or digit.", nameof(name));
        }

        uint offset = Intern(name);
        _names.Add(new Name(key, entry, offset, (uint)name.Length));
        return offset;
    }

    private uint Intern(string text)
    {
        if (shareText && _textOffsets.TryGetValue(text, out uint known))
        {
            return known;
        }

        uint offset = (uint)_text.WrittenCount;
        _text.Write(text);
        if (shareText)
        {
            _textOffsets.Add(text, offset);
        }

        return offset;
    }

    private readonly record struct Name(string Key, int Entry, uint Offset, uint Length);
}
