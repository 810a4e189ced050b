using System.Buffers.Binary;
using System.Text;

namespace KazNlp;

/// <summary>A <see cref="SubwordModel"/> as a <see cref="ModelPack"/>.</summary>
/// <remarks>
/// Section <c>pieces</c>: for each id a length (u16) and bytes; <c>merges</c>: for each, in order of rank, left, right and resulting id (u32 each);
/// <c>special</c>: for each an id (u32), a length (u16) and UTF-8; <c>pattern</c>: the regular expression, UTF-8; <c>flags</c>: one byte, 1 if parts that are pieces are taken whole.
/// </remarks>
internal static class SubwordPack
{
    public const string Kind = "subword";

    private const string Pieces = "pieces";
    private const string Merges = "merges";
    private const string Special = "special";
    private const string Pattern = "pattern";
    private const string Flags = "flags";

    public static ModelPackBuilder Write(SubwordModel model)
    {
        var pieces = new MemoryStream();
        foreach (byte[] piece in model.Pieces)
        {
            pieces.Write(UInt16(checked((ushort)piece.Length)));
            pieces.Write(piece);
        }

        byte[] merges = new byte[model.Merges.Length * 12];
        for (int i = 0; i < model.Merges.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(merges.AsSpan(i * 12), model.Merges[i].Left);
            BinaryPrimitives.WriteInt32LittleEndian(merges.AsSpan((i * 12) + 4), model.Merges[i].Right);
            BinaryPrimitives.WriteInt32LittleEndian(merges.AsSpan((i * 12) + 8), model.Merges[i].Result);
        }

        var special = new MemoryStream();
        foreach ((string token, int id) in model.SpecialTokens.OrderBy(pair => pair.Value))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(token);
            byte[] idBytes = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(idBytes, id);
            special.Write(idBytes);
            special.Write(UInt16(checked((ushort)bytes.Length)));
            special.Write(bytes);
        }

        return new ModelPackBuilder(Kind)
            .AddSection(Pieces, pieces.ToArray())
            .AddSection(Merges, merges)
            .AddSection(Special, special.ToArray())
            .AddSection(Pattern, Encoding.UTF8.GetBytes(model.Pattern))
            .AddSection(Flags, new[] { model.TakesWholeParts ? (byte)1 : (byte)0 });
    }

    public static SubwordModel Read(ModelPack pack)
    {
        var pieces = new List<byte[]>();
        for (ReadOnlySpan<byte> rest = pack.GetSection(Pieces).Span; !rest.IsEmpty;)
        {
            pieces.Add(TakeBytes(ref rest, pack, Pieces).ToArray());
        }

        ReadOnlySpan<byte> mergeBytes = pack.GetSection(Merges).Span;
        var merges = new (int Left, int Right, int Result)[mergeBytes.Length / 12];
        for (int i = 0; i < merges.Length; i++)
        {
            merges[i] = (
                BinaryPrimitives.ReadInt32LittleEndian(mergeBytes[(i * 12)..]),
                BinaryPrimitives.ReadInt32LittleEndian(mergeBytes[((i * 12) + 4)..]),
                BinaryPrimitives.ReadInt32LittleEndian(mergeBytes[((i * 12) + 8)..]));
            (int left, int right, int result) = merges[i];
            if ((uint)left >= (uint)pieces.Count || (uint)right >= (uint)pieces.Count || (uint)result >= (uint)pieces.Count
                || !pieces[result].AsSpan().StartsWith(pieces[left]) || !pieces[result].AsSpan(pieces[left].Length).SequenceEqual(pieces[right]))
            {
                throw new InvalidDataException($"{pack.Name}: section '{Merges}': merge {i + 1} ({left}, {right}) does not make piece {result}.");
            }
        }

        var special = new Dictionary<string, int>(StringComparer.Ordinal);
        for (ReadOnlySpan<byte> rest = pack.GetSection(Special).Span; !rest.IsEmpty;)
        {
            if (rest.Length < 4)
            {
                throw new InvalidDataException($"{pack.Name}: section '{Special}' ends too early.");
            }

            int id = BinaryPrimitives.ReadInt32LittleEndian(rest);
            rest = rest[4..];
            special[Encoding.UTF8.GetString(TakeBytes(ref rest, pack, Special))] = id;
        }

        return new SubwordModel(
            pack.Name, [.. pieces], merges, special, Encoding.UTF8.GetString(pack.GetSection(Pattern).Span), pack.GetSection(Flags).Span is [1, ..]);
    }

    private static byte[] UInt16(ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static ReadOnlySpan<byte> TakeBytes(ref ReadOnlySpan<byte> rest, ModelPack pack, string section)
    {
        int length = rest.Length < 2 ? int.MaxValue - 2 : BinaryPrimitives.ReadUInt16LittleEndian(rest);
        if (rest.Length < length + 2)
        {
            throw new InvalidDataException($"{pack.Name}: section '{section}' ends too early.");
        }

        ReadOnlySpan<byte> taken = rest.Slice(2, length);
        rest = rest[(length + 2)..];
        return taken;
    }
}
