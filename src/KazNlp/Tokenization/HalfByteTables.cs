using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// A function of a byte as four tables of 16 entries: one of its lower half AND one of its upper half, OR a second such pair. A vector path computes it by
/// four byte shuffles.
/// </summary>
/// <param name="first">Of the first pair, each bit with the upper and the lower halves where it is set: bit i of a set stands for half i.</param>
/// <param name="second">Of the second pair.</param>
internal readonly struct HalfByteTables((int Bit, int Upper, int Lower)[] first, (int Bit, int Upper, int Lower)[] second)
{
    /// <summary>The table of the first pair for the lower half.</summary>
    public Vector128<byte> Lower1 => Table(first, upper: false);

    /// <summary>The table of the first pair for the upper half.</summary>
    public Vector128<byte> Upper1 => Table(first, upper: true);

    /// <summary>The table of the second pair for the lower half.</summary>
    public Vector128<byte> Lower2 => Table(second, upper: false);

    /// <summary>The table of the second pair for the upper half.</summary>
    public Vector128<byte> Upper2 => Table(second, upper: true);

    /// <summary>The function.</summary>
    public byte this[int value] => (byte)((Lower1[value & 15] & Upper1[value >> 4]) | (Lower2[value & 15] & Upper2[value >> 4]));

    /// <summary>A set of some halves.</summary>
    public static int Set(params ReadOnlySpan<int> halves)
    {
        int set = 0;
        foreach (int half in halves)
        {
            set |= 1 << half;
        }

        return set;
    }

    /// <summary>The set of all halves from one to another.</summary>
    public static int Range(int first, int last) => (2 << last) - (1 << first);

    private static Vector128<byte> Table((int Bit, int Upper, int Lower)[] pair, bool upper)
    {
        Span<byte> table = stackalloc byte[Vector128<byte>.Count];
        table.Clear();
        foreach ((int bit, int ofUpper, int ofLower) in pair)
        {
            int halves = upper ? ofUpper : ofLower;
            for (int half = 0; half < table.Length; half++)
            {
                table[half] |= (halves >> half & 1) != 0 ? (byte)bit : (byte)0;
            }
        }

        return Vector128.Create<byte>(table);
    }
}
