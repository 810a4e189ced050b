using System.Buffers;
using System.Reflection;

namespace KazNlp;

/// <summary>Opens the packs that ship inside the assembly, in place: the mapped image is read, nothing is copied.</summary>
internal static class EmbeddedPacks
{
    /// <summary>Opens <c>Resources/Packs/{kind}.kazpack</c>.</summary>
    /// <exception cref="InvalidDataException">The assembly was built without the pack, or its pack is of another kind or version.</exception>
    public static ModelPack Load(string kind)
    {
        string resource = $"KazNlp.{kind}.kazpack";
        Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource);
        return stream switch
        {
            null => throw new InvalidDataException($"The KazNlp assembly holds no model '{resource}'."),
            UnmanagedMemoryStream mapped => ModelPack.Parse(new MappedMemory(mapped).Memory, resource, kind, isEmbedded: true),
            _ => ModelPack.Load(stream, resource, kind),
        };
    }

    /// <summary>The mapped image of a resource; it lives as long as the assembly, which is never unloaded while this class can run.</summary>
    private sealed unsafe class MappedMemory(UnmanagedMemoryStream stream) : MemoryManager<byte>
    {
        private readonly byte* _pointer = stream.PositionPointer;
        private readonly int _length = checked((int)stream.Length);

        public override Span<byte> GetSpan() => new(_pointer, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_pointer + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
