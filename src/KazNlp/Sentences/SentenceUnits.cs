using System.Runtime.CompilerServices;

namespace KazNlp;

/// <summary>What the code units of Latin, Greek and Cyrillic text are to the shortcuts of <see cref="SentenceScanner"/>; others are nothing to them.</summary>
internal static unsafe class SentenceUnits
{
    /// <summary>A small letter.</summary>
    public const int Small = 1;

    /// <summary>A letter that has a small form.</summary>
    public const int Capital = 2;

    /// <summary>0 to 9.</summary>
    public const int Digit = 4;

    /// <summary><c>. ! ?</c></summary>
    public const int Stop = 8;

    /// <summary>The letter that the forms of "to say" begin with, which is no <see cref="Small"/> here.</summary>
    public const int SayingStart = 16;

    /// <summary>A letter that Roman numerals are written with.</summary>
    public const int Roman = 32;

    /// <summary><c>" « “ „</c></summary>
    public const int OpeningQuote = 64;

    /// <summary>Of both the mask; <c>) » :</c> have both.</summary>
    public const int StopOrQuote = Stop | OpeningQuote;

    /// <summary><c>" « » “ ”</c></summary>
    public const int Quote = 128;

    // Pinned, so that a pointer may go on pointing at it; all code units have a place, so that no look-up needs a jump.
    private static readonly byte[] Traits = Build();

    private static readonly byte* First = (byte*)Unsafe.AsPointer(ref Traits[0]);

    /// <summary>The traits of a code unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(char c) => First[c];

    private static byte[] Build()
    {
        const int End = 0x800; // of the code units that have traits
        byte[] traits = GC.AllocateArray<byte>(char.MaxValue + 1, pinned: true);
        for (int c = 0; c < End; c++) traits[c] = (byte)Find((char)c);
        traits['“'] = OpeningQuote | Quote;
        traits['„'] = OpeningQuote;
        traits['”'] = Quote;
        return traits;
    }

    private static int Find(char c) => LetterCase.Of(c) switch
    {
        LetterCase.Small => c == SentenceLexicon.SayingStart ? SayingStart : Small,
        LetterCase.Capital => c is 'I' or 'V' or 'X' or 'Х' or 'І' ? Capital | Roman : Capital,
        _ when char.IsAsciiDigit(c) => Digit,
        _ => c switch
        {
            '.' or '!' or '?' => Stop,
            '"' or '«' => OpeningQuote | Quote,
            '»' => StopOrQuote | Quote,
            ')' or ':' => StopOrQuote,
            _ => 0,
        },
    };
}
