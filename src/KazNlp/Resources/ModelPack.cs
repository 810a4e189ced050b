using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace KazNlp;

/// <summary>
/// A model file: a kind, metadata (what it was trained on, its figures, the command that made it) and named sections,
/// under a checksum. Every model of the library is one. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Layout, little-endian: <c>KAZNLP</c> 0x1A 0x0A (8 bytes); format version (u32); CRC-32C of everything from byte 16 on (u32);
/// total length (u64); directory length (u32); metadata count (u16); section count (u16); the directory: the kind, then a key and a value for each
/// piece of metadata, then a name, an offset (u64) and a length (u64) for each section, strings being UTF-8 behind a u16 length;
/// then the sections, each on a multiple of 64 bytes.
/// </remarks>
public sealed partial class ModelPack
{
    /// <summary>The format version that this library reads and writes.</summary>
    public const int FormatVersion = 1;

    internal const int HeaderLength = 32;
    internal const int Alignment = 64;
    internal static ReadOnlySpan<byte> Magic => "KAZNLP\u001A\n"u8;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string[] _sectionNames;
    private readonly ReadOnlyMemory<byte>[] _sections;

    private ModelPack(string name, string kind, IReadOnlyDictionary<string, string> metadata, string[] sectionNames, ReadOnlyMemory<byte>[] sections, ReadOnlyMemory<byte> bytes, bool isEmbedded)
    {
        Name = name;
        Kind = kind;
        Metadata = metadata;
        _sectionNames = sectionNames;
        _sections = sections;
        _bytes = bytes;
        IsEmbedded = isEmbedded;
    }

    /// <summary>Where the pack came from: a path, or the name of an embedded resource. Errors quote it.</summary>
    public string Name { get; }

    /// <summary>What the pack holds: <c>entities</c>, <c>topics</c>, <c>morphology</c>, <c>subword</c>.</summary>
    public string Kind { get; }

    /// <summary>What is known of the model's making: data, figures, command, options.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Size of the whole pack in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>
    /// Whether the pack is a part of the assembly. It is as sound as the code beside it, and the tests have checked it, so neither its checksum nor the
    /// content of its tables is checked again in every process that opens it.
    /// </summary>
    internal bool IsEmbedded { get; }

    /// <summary>Reads a pack from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expectedKind">The kind that the caller can use, or null for any.</param>
    /// <exception cref="InvalidDataException">The file is no pack, is truncated or damaged, or is of another kind; the message names the file and the fault.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ModelPack Load(string path, string? expectedKind = null) => Parse(File.ReadAllBytes(path), path, expectedKind);

    /// <summary>Reads a pack from a stream, from its current position to its end.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="expectedKind">The kind that the caller can use, or null for any.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Load(string, string?)"/>.</exception>
    public static ModelPack Load(Stream stream, string name, string? expectedKind = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Parse(buffer.ToArray(), name, expectedKind);
    }

    /// <summary>The bytes of a section, in place.</summary>
    /// <exception cref="InvalidDataException">The pack has no such section.</exception>
    public ReadOnlyMemory<byte> GetSection(string section) =>
        TryGetSection(section, out ReadOnlyMemory<byte> bytes) ? bytes : throw new InvalidDataException($"{Name}: the '{Kind}' pack has no section '{section}'.");

    /// <summary>The bytes of a section, in place, if the pack has it.</summary>
    public bool TryGetSection(string section, out ReadOnlyMemory<byte> bytes)
    {
        int index = Array.LastIndexOf(_sectionNames, section);
        bytes = index < 0 ? default : _sections[index];
        return index >= 0;
    }

    internal static ModelPack Parse(ReadOnlyMemory<byte> bytes, string name, string? expectedKind, bool isEmbedded = false)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < HeaderLength || !span.StartsWith(Magic))
        {
            throw new InvalidDataException($"{name}: not a KazNlp model file (its first bytes are not the pack's magic number); give a file that 'kaznlp train' or 'kaznlp build' wrote.");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(span[8..]);
        if (version != FormatVersion)
        {
            throw new InvalidDataException($"{name}: pack format version {version} is not readable by this library, which reads version {FormatVersion}; train the model again with this version.");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(span[16..]);
        if (length != (ulong)span.Length)
        {
            throw new InvalidDataException($"{name}: truncated or overlong: the header says {length} bytes, the file has {span.Length}; copy or train it again.");
        }

        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(span[12..]);
        if (!isEmbedded && checksum != Crc32C.Compute(span[16..]))
        {
            throw new InvalidDataException($"{name}: damaged: the checksum does not match the content; copy or train it again.");
        }

        ModelPack pack = ParseDirectory(bytes, name, isEmbedded);
        if (expectedKind is not null && pack.Kind != expectedKind)
        {
            throw new InvalidDataException($"{name}: a pack of kind '{pack.Kind}' where one of kind '{expectedKind}' is needed.");
        }

        return pack;
    }

    private static ModelPack ParseDirectory(ReadOnlyMemory<byte> bytes, string name, bool isEmbedded)
    {
        var reader = new DirectoryReader(bytes.Span[HeaderLength..], name);
        int metadataCount = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[28..]);
        int sectionCount = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[30..]);
        string kind = reader.ReadString();
        var metadata = new Dictionary<string, string>(metadataCount);
        for (int i = 0; i < metadataCount; i++)
        {
            metadata[reader.ReadString()] = reader.ReadString();
        }

        string[] names = new string[sectionCount];
        var sections = new ReadOnlyMemory<byte>[sectionCount];
        for (int i = 0; i < sectionCount; i++)
        {
            string section = reader.ReadString();
            ulong offset = reader.ReadUInt64();
            ulong length = reader.ReadUInt64();
            if (offset > (ulong)bytes.Length || length > (ulong)bytes.Length - offset)
            {
                throw new InvalidDataException($"{name}: section '{section}' lies outside the file (offset {offset}, length {length}, file {bytes.Length}).");
            }

            names[i] = section;
            sections[i] = bytes.Slice((int)offset, (int)length);
        }

        return new ModelPack(name, kind, metadata.ToFrozenDictionary(), names, sections, bytes, isEmbedded);
    }

    private ref struct DirectoryReader(ReadOnlySpan<byte> rest, string name)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public string ReadString()
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));
            return Encoding.UTF8.GetString(Take(length));
        }

        public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

        private ReadOnlySpan<byte> Take(int count)
        {
            if (count > _rest.Length)
            {
                throw new InvalidDataException($"{name}: the pack's directory ends too early.");
            }

            ReadOnlySpan<byte> taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
