using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using static KazNlp.GazetteerLayout;

namespace KazNlp;

/// <summary>
/// A list of names with their classes, looked up by whole name or word by word. Names are compared folded (<see cref="GazetteerFolding"/>);
/// endings of the last word are the caller's to take off. Immutable and thread-safe; look-ups allocate nothing.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Embedded = new(() => new Gazetteer(EmbeddedPacks.Load(PackKind)));

    private readonly ReadOnlyMemory<byte> _entries;
    private readonly ReadOnlyMemory<byte> _names;
    private readonly ReadOnlyMemory<byte> _keys;
    private readonly ReadOnlyMemory<byte> _slots;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly EntityType[] _types;
    private readonly int _slotMask;

    /// <summary>Reads a gazetteer in place.</summary>
    /// <exception cref="InvalidDataException">The pack is of another kind, or its sections do not fit together.</exception>
    public Gazetteer(ModelPack pack)
        : this(pack.Name, Read(pack), isChecked: pack.IsEmbedded)
    {
    }

    /// <summary>Reads the sections of a gazetteer in place.</summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="tables">The sections.</param>
    /// <param name="isChecked">Whether they are known to fit together.</param>
    /// <exception cref="InvalidDataException">The sections do not fit together.</exception>
    public Gazetteer(string name, in GazetteerTables tables, bool isChecked = false)
    {
        _entries = tables.Entries;
        _names = tables.Names;
        _keys = tables.Keys;
        _slots = tables.Slots;
        _text = tables.Text;
        CountryTable = tables.Countries;
        _types = Array.ConvertAll(Encoding.UTF8.GetString(tables.Types.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries), label => new EntityType(label));

        int slotCount = View<SlotRecord>(_slots).Length;
        if (!BitOperations.IsPow2(slotCount))
        {
            throw new InvalidDataException($"{name}: the gazetteer's table has {slotCount} slots, which is no power of two.");
        }

        _slotMask = slotCount - 1;
        if (!isChecked)
        {
            Validate(name);
        }
    }

    /// <summary>The gazetteer that ships with the library; opened at first use.</summary>
    public static Gazetteer Default => Embedded.Value;

    /// <summary>Number of things known.</summary>
    public int Count => View<EntryRecord>(_entries).Length;

    /// <summary>The table of countries, one a line; empty in a gazetteer without it.</summary>
    internal ReadOnlyMemory<byte> CountryTable { get; }

    /// <summary>Looks up a whole name.</summary>
    /// <param name="name">The name in its dictionary form, of any number of words.</param>
    /// <param name="node">What it names; <see cref="GetEntries"/> tells more.</param>
    /// <returns>Whether the gazetteer has exactly this name.</returns>
    public bool TryFind(ReadOnlySpan<char> name, out GazetteerNode node)
    {
        if (TryGetNode(Extend(0, name), out node) && node.IsName)
        {
            NameRecord first = View<NameRecord>(_names)[(int)View<KeyRecord>(_keys)[node.Key].FirstName];
            if (FoldedEquals(name, TextOf(first.TextOffset, first.TextLength)))
            {
                return true;
            }
        }

        node = default;
        return false;
    }

    /// <summary>Reads one word more.</summary>
    /// <param name="from">Where the walk stands; <c>default</c> to start.</param>
    /// <param name="word">
    /// The next word, as it is written or in a form without its endings. Inner hyphens part words, so it makes no difference whether <c>Қасым-Жомарт</c> comes as one word or as three.
    /// A hyphen, quote or full stop standing alone leaves the walk where it is.
    /// </param>
    /// <param name="to">Where the walk stands then. Decided by a 64-bit hash: good for features; <see cref="TryFind"/> compares letters.</param>
    /// <returns>Whether some name starts with, or is, the words read.</returns>
    public bool TryStep(GazetteerNode from, ReadOnlySpan<char> word, out GazetteerNode to)
    {
        ulong hash = Extend(from.Hash, word);
        if (hash == from.Hash)
        {
            to = from;
            return hash != 0 && GazetteerFolding.MayStandInside(word);
        }

        return TryGetNode(hash, out to);
    }

    /// <summary>The things that bear the name at which a walk or a look-up stands, by kind; none when it is only the start of a name.</summary>
    public EntryEnumerable GetEntries(GazetteerNode node) => new(this, node);

    /// <summary>The country that a geopolitical name names or lies in: the country of that name, else the first region, district, city or village that has the name.</summary>
    /// <returns>ISO 3166-1 alpha-2 code, or null when the node is no geopolitical name.</returns>
    public string? GetCountryCode(GazetteerNode node)
    {
        foreach (GazetteerMatch entry in GetEntries(node))
        {
            if (entry.Type == EntityType.Gpe && entry.CountryCode is not null)
            {
                return entry.CountryCode;
            }
        }

        return null;
    }

    /// <summary>
    /// The ISO 3166-2 code of the region of Kazakhstan that a geopolitical name names or lies in: that of the first thing of the name, as for the country.
    /// </summary>
    /// <returns><c>KZ-75</c>; null when the node is no such name, or several districts of one name lie in different regions.</returns>
    public string? GetSubdivisionCode(GazetteerNode node)
    {
        GazetteerMatch? first = null;
        foreach (GazetteerMatch entry in GetEntries(node))
        {
            if (entry.Type != EntityType.Gpe || entry.CountryCode is null)
            {
                continue;
            }

            if (first is { } found && entry.Kind == found.Kind && entry.Code != found.Code)
            {
                return null;
            }

            first ??= entry;
        }

        return first?.Code is ['K', 'Z', '-', ..] code ? code : null;
    }

    /// <summary>The country whose inhabitants or people a name names: <c>қырғызстандық</c>, <c>тәжік</c>.</summary>
    /// <returns>ISO 3166-1 alpha-2 code, or null when the node is no such name.</returns>
    public string? GetCountryOfGroup(GazetteerNode node)
    {
        foreach (GazetteerMatch entry in GetEntries(node))
        {
            if (entry.Kind is GazetteerKind.Demonym or GazetteerKind.Nationality && entry.CountryCode is not null)
            {
                return entry.CountryCode;
            }
        }

        return null;
    }

    /// <summary>Where a walk stands after the words of this hash; see <see cref="Extend"/>.</summary>
    /// <returns>Whether some name starts with, or is, these words.</returns>
    internal bool TryGetNode(ulong hash, out GazetteerNode node)
    {
        ReadOnlySpan<SlotRecord> slots = View<SlotRecord>(_slots);
        uint tag = Tag(hash);
        for (int i = (int)hash & _slotMask; slots[i].KeyPlusOne != 0; i = (i + 1) & _slotMask)
        {
            if (slots[i].Tag == tag)
            {
                int key = (int)slots[i].KeyPlusOne - 1;
                ref readonly KeyRecord record = ref View<KeyRecord>(_keys)[key];
                node = new GazetteerNode(hash, key, new GazetteerKinds(record.Kinds), record.HasLonger != 0);
                return true;
            }
        }

        node = default;
        return false;
    }

    private GazetteerMatch GetEntry(int nameIndex)
    {
        NameRecord name = View<NameRecord>(_names)[nameIndex];
        EntryRecord entry = View<EntryRecord>(_entries)[(int)name.Entry];
        string main = new(TextOf(entry.NameOffset, entry.NameLength));
        return new GazetteerMatch(
            (int)name.Entry,
            _types[entry.Type],
            (GazetteerKind)entry.Kind,
            entry.Country0 == 0 ? null : string.Create(2, (entry.Country0, entry.Country1), static (span, code) => (span[0], span[1]) = ((char)code.Country0, (char)code.Country1)),
            entry.CodeLength == 0 ? null : new string(TextOf(entry.CodeOffset, entry.CodeLength)),
            main,
            name.TextOffset == entry.NameOffset ? main : new string(TextOf(name.TextOffset, name.TextLength)));
    }

    private ReadOnlySpan<char> TextOf(uint offset, uint length) => View<char>(_text).Slice((int)offset, (int)length);

    private static GazetteerTables Read(ModelPack pack) => new()
    {
        Types = pack.GetSection(Types),
        Entries = pack.GetSection(Entries),
        Names = pack.GetSection(Names),
        Keys = pack.GetSection(Keys),
        Slots = pack.GetSection(Slots),
        Text = pack.GetSection(Text),
        Countries = pack.TryGetSection(GazetteerLayout.Countries, out ReadOnlyMemory<byte> countries) ? countries : default,
    };

    private static ReadOnlySpan<T> View<T>(ReadOnlyMemory<byte> section)
        where T : struct => MemoryMarshal.Cast<byte, T>(section.Span);

    /// <summary>Whether two names are one when folded, wherever their words are parted.</summary>
    internal static bool FoldedEquals(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0;
        int j = 0;
        while (true)
        {
            char l = NextFolded(left, ref i);
            char r = NextFolded(right, ref j);
            if (l != r)
            {
                return false;
            }

            if (l == GazetteerFolding.Ignored)
            {
                return true;
            }
        }
    }

    /// <summary>The next folded unit: a run of separators is one, leading and trailing ones are none, and the end is <see cref="GazetteerFolding.Ignored"/>.</summary>
    private static char NextFolded(ReadOnlySpan<char> text, ref int position)
    {
        bool start = position == 0;
        bool separated = false;
        while (position < text.Length)
        {
            char f = GazetteerFolding.Fold(text[position]);
            if (f == GazetteerFolding.Separator)
            {
                separated = !start;
            }
            else if (f != GazetteerFolding.Ignored)
            {
                if (separated)
                {
                    return GazetteerFolding.Separator;
                }

                position++;
                return f;
            }

            position++;
        }

        return GazetteerFolding.Ignored;
    }

    private void Validate(string packName)
    {
        int textLength = View<char>(_text).Length;
        int entryCount = Count;
        ReadOnlySpan<NameRecord> names = View<NameRecord>(_names);
        ReadOnlySpan<KeyRecord> keys = View<KeyRecord>(_keys);
        foreach (ref readonly EntryRecord entry in View<EntryRecord>(_entries))
        {
            Require(entry.NameOffset + (ulong)entry.NameLength <= (ulong)textLength && entry.CodeOffset + (ulong)entry.CodeLength <= (ulong)textLength && entry.Type < _types.Length, packName);
        }

        foreach (ref readonly NameRecord name in names)
        {
            Require(name.Entry < entryCount && name.TextOffset + (ulong)name.TextLength <= (ulong)textLength, packName);
        }

        foreach (ref readonly KeyRecord key in keys)
        {
            Require(key.FirstName + (ulong)key.NameCount <= (ulong)names.Length && (key.Kinds == 0) == (key.NameCount == 0), packName);
        }

        bool hasEmptySlot = false;
        foreach (ref readonly SlotRecord slot in View<SlotRecord>(_slots))
        {
            hasEmptySlot |= slot.KeyPlusOne == 0;
            Require(slot.KeyPlusOne <= keys.Length, packName);
        }

        Require(hasEmptySlot, packName);

        static void Require(bool condition, string packName)
        {
            if (!condition)
            {
                throw new InvalidDataException($"{packName}: the gazetteer's tables do not fit together.");
            }
        }
    }

    /// <summary>The things that bear one name.</summary>
    public readonly struct EntryEnumerable
    {
        private readonly Gazetteer _gazetteer;
        private readonly int _first;
        private readonly int _count;

        internal EntryEnumerable(Gazetteer gazetteer, GazetteerNode node)
        {
            _gazetteer = gazetteer;
            if (node.IsName)
            {
                KeyRecord key = View<KeyRecord>(gazetteer._keys)[node.Key];
                (_first, _count) = ((int)key.FirstName, key.NameCount);
            }
        }

        public int Count => _count;

        /// <summary>The name by which a thing was found, without making a string.</summary>
        public ReadOnlySpan<char> NameAt(int index)
        {
            NameRecord name = View<NameRecord>(_gazetteer._names)[_first + index];
            return _gazetteer.TextOf(name.TextOffset, name.TextLength);
        }

        public GazetteerMatch this[int index] => (uint)index < (uint)_count ? _gazetteer.GetEntry(_first + index) : throw new ArgumentOutOfRangeException(nameof(index));

        public Enumerator GetEnumerator() => new(this);

        /// <summary>Steps through them.</summary>
        public struct Enumerator(EntryEnumerable entries)
        {
            private int _index = -1;

            public readonly GazetteerMatch Current => entries[_index];

            public bool MoveNext() => ++_index < entries.Count;
        }
    }
}
