using System.Buffers.Binary;
using System.Text;

namespace KazNlp;

/// <summary>A <see cref="SubwordModel"/> as a <see cref="ModelPack"/>.</summary>
/// <remarks>
/// Section <c>pieces</c>: for each id a length (u16) and bytes; <c>merges</c>: for each, in order of rank, left, right and resulting id (u32 each);
/// <c>added</c>: for each added token an id (u32), flags (u8: special, space before, space after, single word), a length (u16) and UTF-8; <c>rules</c>: flags (u8: parts that are pieces are
/// taken whole, a space is put before text), the <see cref="NormalizationForm"/> or 0 (u8), and for each split flags (u8: what lies between matches is dropped), a length (u16) and UTF-8.
/// </remarks>
internal static class SubwordPack
{
    public const string Kind = "subword";

    private const string Pieces = "pieces";
    private const string Merges = "merges";
    private const string Added = "added";
    private const string Rules = "rules";

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

        return new ModelPackBuilder(Kind)
            .AddSection(Pieces, pieces.ToArray())
            .AddSection(Merges, merges)
            .AddSection(Added, WriteAdded(model))
            .AddSection(Rules, WriteRules(model));
    }

    public static SubwordModel Read(ModelPack pack)
    {
        var pieces = new List<byte[]>();
        for (ReadOnlySpan<byte> rest = pack.GetSection(Pieces).Span; !rest.IsEmpty;)
        {
            pieces.Add(TakeBytes(ref rest, pack, Pieces).ToArray());
        }

        ReadOnlySpan<byte> mergeBytes = pack.GetSection(Merges).Span;
        if (mergeBytes.Length % 12 != 0)
        {
            throw new InvalidDataException($"{pack.Name}: section '{Merges}' ends too early.");
        }

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

        ReadRules(pack, out PartRules rules, out bool takesWholeParts);
        return new SubwordModel(pack.Name, [.. pieces], merges, ReadAdded(pack), rules, takesWholeParts);
    }

    private static byte[] WriteAdded(SubwordModel model)
    {
        var section = new MemoryStream();
        byte[] id = new byte[4];
        foreach (AddedToken token in model.AddedTokens)
        {
            BinaryPrimitives.WriteInt32LittleEndian(id, token.Id);
            section.Write(id);
            section.WriteByte(Bits(token.IsSpecial, token.TakesSpaceBefore, token.TakesSpaceAfter, token.IsSingleWord));
            WriteText(section, token.Text);
        }

        return section.ToArray();
    }

    private static List<AddedToken> ReadAdded(ModelPack pack)
    {
        var tokens = new List<AddedToken>();
        for (ReadOnlySpan<byte> rest = pack.GetSection(Added).Span; !rest.IsEmpty;)
        {
            int id = BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, 4, pack, Added));
            byte bits = Take(ref rest, 1, pack, Added)[0];
            string text = Encoding.UTF8.GetString(TakeBytes(ref rest, pack, Added));
            if (text.Length == 0 || id < 0 || tokens.Exists(token => token.Id == id || token.Text == text))
            {
                throw new InvalidDataException($"{pack.Name}: section '{Added}': the added token '{text}' with id {id} is empty or stands twice.");
            }

            tokens.Add(new AddedToken(text, id, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
        }

        return tokens;
    }

    private static byte[] WriteRules(SubwordModel model)
    {
        var section = new MemoryStream();
        section.WriteByte(Bits(model.TakesWholeParts, model.Rules.AddsSpace));
        section.WriteByte((byte)(model.Rules.Form ?? 0));
        foreach (PartSplit split in model.Rules.Splits)
        {
            section.WriteByte(Bits(split.DropsRest));
            WriteText(section, split.Pattern);
        }

        return section.ToArray();
    }

    private static void ReadRules(ModelPack pack, out PartRules rules, out bool takesWholeParts)
    {
        ReadOnlySpan<byte> rest = pack.GetSection(Rules).Span;
        byte bits = Take(ref rest, 1, pack, Rules)[0];
        byte form = Take(ref rest, 1, pack, Rules)[0];
        var splits = new List<PartSplit>();
        while (!rest.IsEmpty)
        {
            bool dropsRest = Take(ref rest, 1, pack, Rules)[0] != 0;
            splits.Add(new PartSplit(Encoding.UTF8.GetString(TakeBytes(ref rest, pack, Rules)), dropsRest));
        }

        if (splits.Count > PartCutter.MaxSplits || (form != 0 && !Enum.IsDefined((NormalizationForm)form)))
        {
            throw new InvalidDataException($"{pack.Name}: section '{Rules}': {splits.Count} splits and normalization form {form} are not known here.");
        }

        rules = new PartRules([.. splits], form == 0 ? null : (NormalizationForm)form, (bits & 2) != 0);
        takesWholeParts = (bits & 1) != 0;
    }

    private static byte Bits(params ReadOnlySpan<bool> flags)
    {
        int bits = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            bits |= flags[i] ? 1 << i : 0;
        }

        return (byte)bits;
    }

    private static void WriteText(MemoryStream section, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        section.Write(UInt16(checked((ushort)bytes.Length)));
        section.Write(bytes);
    }

    private static byte[] UInt16(ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static ReadOnlySpan<byte> TakeBytes(ref ReadOnlySpan<byte> rest, ModelPack pack, string section) =>
        Take(ref rest, BinaryPrimitives.ReadUInt16LittleEndian(Take(ref rest, 2, pack, section)), pack, section);

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length, ModelPack pack, string section)
    {
        if (rest.Length < length)
        {
            throw new InvalidDataException($"{pack.Name}: section '{section}' ends too early.");
        }

        ReadOnlySpan<byte> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
