using System.Text;

namespace KazNlp;

/// <summary>
/// The inventory of suffixes and their order, read from the pack: states, morphemes with their allomorphs, arcs and places where a word may end.
/// The same tables drive analysis and generation. Immutable.
/// </summary>
internal sealed class MorphologyRules
{
    private readonly Dictionary<string, int> _states;

    private MorphologyRules(string[] states, MorphemeRule[] morphemes, Arc[] arcs, Final[] finals)
    {
        States = states;
        Morphemes = morphemes;
        Arcs = arcs;
        Finals = finals;
        _states = new Dictionary<string, int>(states.Length);
        var finalsOf = new List<int>[states.Length];
        var arcsFrom = new List<int>[states.Length];
        for (int state = 0; state < states.Length; state++)
        {
            _states.Add(states[state], state);
            (finalsOf[state], arcsFrom[state]) = ([], []);
        }

        for (int i = 0; i < finals.Length; i++)
        {
            finalsOf[finals[i].State].Add(i);
        }

        for (int i = 0; i < arcs.Length; i++)
        {
            arcsFrom[arcs[i].From].Add(i);
        }

        FinalsOf = Array.ConvertAll(finalsOf, list => list.ToArray());
        ArcsFrom = Array.ConvertAll(arcsFrom, list => list.ToArray());
    }

    public string[] States { get; }

    public MorphemeRule[] Morphemes { get; }

    public Arc[] Arcs { get; }

    public Final[] Finals { get; }

    /// <summary>By state, the indices of its finals.</summary>
    public int[][] FinalsOf { get; }

    /// <summary>By state, the indices of the arcs that leave it.</summary>
    public int[][] ArcsFrom { get; }

    public int State(string name) => _states.TryGetValue(name, out int state) ? state : throw new InvalidDataException($"The morphology has no state '{name}'.");

    public static MorphologyRules Read(ReadOnlyMemory<byte> section)
    {
        using var reader = new BinaryReader(new MemoryStream(section.ToArray()), Encoding.UTF8);
        string[] states = ReadMany(reader, r => r.ReadString());
        MorphemeRule[] morphemes = ReadMany(reader, MorphemeRule.Read);
        Arc[] arcs = ReadMany(reader, Arc.Read);
        Final[] finals = ReadMany(reader, Final.Read);
        return new MorphologyRules(states, morphemes, arcs, finals);
    }

    public static byte[] Write(IReadOnlyCollection<string> states, IReadOnlyCollection<MorphemeRule> morphemes, IReadOnlyCollection<Arc> arcs, IReadOnlyCollection<Final> finals)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        WriteMany(writer, states, (w, state) => w.Write(state));
        WriteMany(writer, morphemes, (w, morpheme) => morpheme.Write(w));
        WriteMany(writer, arcs, (w, arc) => arc.Write(w));
        WriteMany(writer, finals, (w, final) => final.Write(w));
        writer.Flush();
        return stream.ToArray();
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }

    private static void WriteMany<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (T item in items)
        {
            write(writer, item);
        }
    }

    /// <summary>One surface of a suffix and what it asks of the stem.</summary>
    /// <param name="Surface">The letters, alone and before consonants.</param>
    /// <param name="BeforeVowel">The letters before a vowel: дығ for дық.</param>
    /// <param name="StemForm">The form of the stem that it joins.</param>
    /// <param name="After">The classes of the stem's last sound that it follows.</param>
    /// <param name="Harmony">The harmonies that it follows.</param>
    /// <param name="LastClass">The class of its own last sound.</param>
    /// <param name="OwnHarmony">The harmony that it hands on; none when it has no vowel, and the stem's stays.</param>
    internal sealed record Allomorph(string Surface, string BeforeVowel, StemForms StemForm, SoundClass After, Harmony Harmony, SoundClass LastClass, Harmony OwnHarmony);

    /// <summary>A suffix.</summary>
    internal sealed record MorphemeRule(string Id, string Gloss, string Features, bool IsDerivation, Allomorph[] Allomorphs)
    {
        public static MorphemeRule Read(BinaryReader r) =>
            new(r.ReadString(), r.ReadString(), r.ReadString(), r.ReadBoolean(), ReadMany(r, a => new Allomorph(a.ReadString(), a.ReadString(), (StemForms)a.ReadByte(), (SoundClass)a.ReadUInt16(), (Harmony)a.ReadByte(), (SoundClass)a.ReadUInt16(), (Harmony)a.ReadByte())));

        public void Write(BinaryWriter w)
        {
            w.Write(Id);
            w.Write(Gloss);
            w.Write(Features);
            w.Write(IsDerivation);
            WriteMany(w, Allomorphs, (writer, a) =>
            {
                writer.Write(a.Surface);
                writer.Write(a.BeforeVowel);
                writer.Write((byte)a.StemForm);
                writer.Write((ushort)a.After);
                writer.Write((byte)a.Harmony);
                writer.Write((ushort)a.LastClass);
                writer.Write((byte)a.OwnHarmony);
            });
        }
    }

    /// <summary>A step of the morphotactic graph.</summary>
    /// <param name="From">The state before the suffix.</param>
    /// <param name="To">The state after it.</param>
    /// <param name="Morpheme">Index of the suffix.</param>
    /// <param name="After">Classes of last sounds after which the step is open.</param>
    /// <param name="Cost">Negative logarithm of its probability, in hundredths.</param>
    internal readonly record struct Arc(byte From, byte To, ushort Morpheme, SoundClass After, short Cost)
    {
        public static Arc Read(BinaryReader r) => new(r.ReadByte(), r.ReadByte(), r.ReadUInt16(), (SoundClass)r.ReadUInt16(), r.ReadInt16());

        public void Write(BinaryWriter w)
        {
            w.Write(From);
            w.Write(To);
            w.Write(Morpheme);
            w.Write((ushort)After);
            w.Write(Cost);
        }
    }

    /// <summary>A place where a word may end.</summary>
    /// <param name="State">The state.</param>
    /// <param name="PartsOfSpeech">The parts of speech that may end so, one bit each.</param>
    /// <param name="Features">The features that the bare end adds.</param>
    /// <param name="Cost">Negative logarithm of its probability, in hundredths.</param>
    internal readonly record struct Final(byte State, uint PartsOfSpeech, string Features, short Cost)
    {
        public static Final Read(BinaryReader r) => new(r.ReadByte(), r.ReadUInt32(), r.ReadString(), r.ReadInt16());

        public void Write(BinaryWriter w)
        {
            w.Write(State);
            w.Write(PartsOfSpeech);
            w.Write(Features);
            w.Write(Cost);
        }
    }
}
