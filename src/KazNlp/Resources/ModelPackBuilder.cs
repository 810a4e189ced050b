using System.Buffers.Binary;
using System.Text;

namespace KazNlp;

/// <summary>Writes a <see cref="ModelPack"/>. Not thread-safe.</summary>
/// <remarks>The same kind, metadata and sections in the same order give the same bytes.</remarks>
public sealed class ModelPackBuilder
{
    private readonly List<(string Key, string Value)> _metadata = [];
    private readonly List<(string Name, ReadOnlyMemory<byte> Bytes)> _sections = [];

    /// <summary>Starts a pack.</summary>
    /// <param name="kind">What the pack holds; see <see cref="ModelPack.Kind"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is null or empty.</exception>
    public ModelPackBuilder(string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        Kind = kind;
    }

    /// <summary>What the pack holds.</summary>
    public string Kind { get; }

    /// <summary>Adds a piece of metadata.</summary>
    /// <returns>This builder.</returns>
    public ModelPackBuilder AddMetadata(string key, string value)
    {
        _metadata.Add((key, value));
        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <param name="name">Its name, unique in the pack.</param>
    /// <param name="bytes">Its content; not copied, so it must not change before the pack is written.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The pack has a section of this name.</exception>
    public ModelPackBuilder AddSection(string name, ReadOnlyMemory<byte> bytes)
    {
        if (_sections.Exists(section => section.Name == name))
        {
            throw new ArgumentException($"The pack already has a section '{name}'.", nameof(name));
        }

        _sections.Add((name, bytes));
        return this;
    }

    /// <summary>The whole pack as bytes.</summary>
    public byte[] ToArray()
    {
        int directoryLength = StringLength(Kind)
            + _metadata.Sum(pair => StringLength(pair.Key) + StringLength(pair.Value))
            + _sections.Sum(section => StringLength(section.Name) + (2 * sizeof(ulong)));
        int offset = Align(ModelPack.HeaderLength + directoryLength);
        int[] offsets = new int[_sections.Count];
        int end = ModelPack.HeaderLength + directoryLength;
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = offset;
            end = offset + _sections[i].Bytes.Length;
            offset = Align(end);
        }

        byte[] pack = new byte[end];
        ModelPack.Magic.CopyTo(pack);
        BinaryPrimitives.WriteUInt32LittleEndian(pack.AsSpan(8), ModelPack.FormatVersion);
        BinaryPrimitives.WriteUInt64LittleEndian(pack.AsSpan(16), (ulong)end);
        BinaryPrimitives.WriteUInt32LittleEndian(pack.AsSpan(24), (uint)directoryLength);
        BinaryPrimitives.WriteUInt16LittleEndian(pack.AsSpan(28), checked((ushort)_metadata.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(pack.AsSpan(30), checked((ushort)_sections.Count));

        Span<byte> rest = pack.AsSpan(ModelPack.HeaderLength);
        WriteString(ref rest, Kind);
        foreach ((string key, string value) in _metadata)
        {
            WriteString(ref rest, key);
            WriteString(ref rest, value);
        }

        for (int i = 0; i < offsets.Length; i++)
        {
            WriteString(ref rest, _sections[i].Name);
            BinaryPrimitives.WriteUInt64LittleEndian(rest, (ulong)offsets[i]);
            BinaryPrimitives.WriteUInt64LittleEndian(rest[sizeof(ulong)..], (ulong)_sections[i].Bytes.Length);
            rest = rest[(2 * sizeof(ulong))..];
            _sections[i].Bytes.Span.CopyTo(pack.AsSpan(offsets[i]));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(pack.AsSpan(12), Crc32C.Compute(pack.AsSpan(16)));
        return pack;
    }

    /// <summary>Writes the pack to a file: first to a temporary file beside it, which then takes its place, so that no half-written pack is ever seen.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(ToArray()));

    private static int Align(int offset) => (offset + ModelPack.Alignment - 1) & ~(ModelPack.Alignment - 1);

    private static int StringLength(string value) => sizeof(ushort) + Encoding.UTF8.GetByteCount(value);

    private static void WriteString(ref Span<byte> rest, string value)
    {
        int length = Encoding.UTF8.GetBytes(value, rest[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16LittleEndian(rest, checked((ushort)length));
        rest = rest[(sizeof(ushort) + length)..];
    }
}
