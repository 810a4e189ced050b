using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KazNlp;

/// <summary>
/// Masks of the blocks of a chunk, a row for each kind: bit i of entry k stands for unit 64 k + i of the chunk. The classifiers fill the rows of
/// classes, by name as in <see cref="CharacterClass"/>; all units of a character have its bits. <see cref="Resolve"/> makes tokens of them.
/// </summary>
/// <param name="rows">The memory: <see cref="Size"/> bytes, aligned to vectors.</param>
internal readonly unsafe struct BlockMasks(ulong* rows)
{
    /// <summary>
    /// Blocks of a chunk. What a chunk costs beside its blocks is spread over them: UTF-8 news took 0.90, 0.86, 0.84 and 0.83 of the time of single blocks
    /// with 8, 16, 32 and 64 of them (AVX2 on Zen 3).
    /// </summary>
    public const int MaxBlocks = 32;

    /// <summary>The last place in the last block where a token may end: the rules of the masks look at two units behind it.</summary>
    public const int EndLimit = BlockTokenizer.BlockSize - 2;

    private const int Lanes = 4;
    private const int RowLength = Lanes + MaxBlocks + Lanes; // with a vector of neighbours at either end
    private const int RowCount = 22;

    /// <summary>Bytes of all rows.</summary>
    public const int Size = RowCount * RowLength * sizeof(ulong);

    public ulong* Letter => Row(0);

    public ulong* Digit => Row(1);

    public ulong* Space => Row(2);

    public ulong* WordJoiner => Row(3);

    public ulong* NumberJoiner => Row(4);

    /// <summary>Stops; and line breaks, which are in <see cref="Space"/> too.</summary>
    public ulong* Terminal => Row(5);

    public ulong* Special => Row(6);

    /// <summary>Units that are not the first of their character.</summary>
    public ulong* Continuation => Row(7);

    /// <summary>Units of characters that the classifier left to be looked up.</summary>
    public ulong* Rare => Row(8);

    /// <summary>Of UTF-8: lead bytes of the characters of two and three bytes that the masks know.</summary>
    public ulong* Lead => Row(15);

    /// <summary>Of UTF-8: those of letters.</summary>
    public ulong* LeadOfLetter => Row(16);

    /// <summary>Of UTF-8: those of three bytes.</summary>
    public ulong* LeadOfThree => Row(17);

    /// <summary>Of UTF-8: bytes beyond ASCII.</summary>
    public ulong* NonAscii => Row(18);

    /// <summary>Of UTF-8: a bit of <see cref="Utf8ByteCodes"/>.</summary>
    public ulong* Extra => Row(19);

    /// <summary>Places behind so many letters that no abbreviation is as long.</summary>
    public ulong* BehindLong => Row(21);

    /// <summary>Starts behind more than one space.</summary>
    public ulong* AfterGap => Row(20);

    /// <summary>Letters and digits.</summary>
    public ulong* Alphanumeric => Row(14);

    /// <summary>First units of tokens.</summary>
    public ulong* Starts => Row(9);

    /// <summary>Units behind tokens.</summary>
    public ulong* Ends => Row(10);

    /// <summary>Places where the neighbours do not decide, which the rules have to.</summary>
    public ulong* Flags => Row(11);

    /// <summary>Places of <c>. , :</c> behind a word, and of hyphens, which <see cref="PendingPlace{TUnit}"/> knows about.</summary>
    public ulong* Pending => Row(12);

    /// <summary>The ends behind which a sentence may end, as <see cref="TokenOutput.IsPause"/> says of one token.</summary>
    public ulong* Pauses => Row(13);

    /// <summary>Sets what stands before each chunk: a space.</summary>
    public void Prepare()
    {
        for (int row = 0; row < RowCount; row++)
        {
            Row(row)[-1] = 0;
        }

        Space[-1] = ulong.MaxValue;
    }

    /// <summary>Whether a place of the chunk has its bit in a row; the place before the chunk has one too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(ulong* row, int place) => (row[place >> 6] >> place & 1) != 0;

    /// <summary>Sets the class of a character.</summary>
    /// <param name="place">Its first unit.</param>
    /// <param name="length">Its units; they may go on in the next block.</param>
    /// <param name="found">Its class.</param>
    public void Set(int place, int length, CharacterClass found)
    {
        ulong units = (1UL << length) - 1;
        int first = place & (BlockTokenizer.BlockSize - 1);
        int block = place >> 6;
        SetIn(block, units << first, found);
        Continuation[block] |= (units - 1) << first;
        if (first + length > BlockTokenizer.BlockSize)
        {
            ulong rest = units >> (BlockTokenizer.BlockSize - first);
            SetIn(block + 1, rest, found);
            Continuation[block + 1] |= rest;
        }
    }

    /// <summary>Sets what the first two bytes behind the last block are, so that a character which the end of the chunk cuts is known too.</summary>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="first">The code of the first byte (<see cref="Utf8ByteCodes"/>).</param>
    /// <param name="second">The code of the second.</param>
    public void SetBehind(int blocks, byte first, byte second)
    {
        Letter[blocks] = BitsBehind(first, second, CharacterClass.Letter);
        Digit[blocks] = BitsBehind(first, second, CharacterClass.Digit);
        Space[blocks] = BitsBehind(first, second, CharacterClass.Space);
        WordJoiner[blocks] = BitsBehind(first, second, CharacterClass.WordJoiner);
        Terminal[blocks] = BitsBehind(first, second, CharacterClass.Terminal);
        NonAscii[blocks] = BitsBehind(first, second, Utf8ByteCodes.NonAscii);
        Extra[blocks] = BitsBehind(first, second, Utf8ByteCodes.Extra);
    }

    /// <summary>
    /// Finds the characters of UTF-8 beyond ASCII which the codes of their bytes tell (<see cref="Utf8ByteCodes"/>): letters of U+0400..04FF, quotes and
    /// dashes. A step of its own, since <see cref="JoinBytes"/> has to know the leads of the block before.
    /// </summary>
    /// <param name="blocks">The number of blocks.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void FindLeads(int blocks)
    {
        for (int k = 0; k < blocks; k += Lanes)
        {
            Vector256<ulong> letter = Load(Letter, k);
            Vector256<ulong> digit = Load(Digit, k);
            Vector256<ulong> space = Load(Space, k);
            Vector256<ulong> extra = Load(Extra, k);
            Vector256<ulong> nonAscii = Load(NonAscii, k);
            Vector256<ulong> nextLetter = Load(Letter, k + 1);
            Vector256<ulong> nextSpace = Load(Space, k + 1);
            Vector256<ulong> nextDigit = Load(Digit, k + 1);
            Vector256<ulong> joinerAndTerminal = Load(WordJoiner, k) & Load(Terminal, k);
            Vector256<ulong> nextJoinerAndTerminal = Load(WordJoiner, k + 1) & Load(Terminal, k + 1);
            Vector256<ulong> nextExtra = Load(Extra, k + 1);

            // D0..D3 and a continuation byte, but the thousands sign D2 82.
            Vector256<ulong> beforeContinuation = After(space & nonAscii, nextSpace & Load(NonAscii, k + 1));
            Vector256<ulong> before82 = After(space & digit, nextSpace & nextDigit);
            Vector256<ulong> leadOfLetter = Vector256.AndNot(extra & nonAscii, space) & Vector256.AndNot(beforeContinuation, digit & before82);

            // « » as C2 AB, C2 BB; – — “ ” „ as E2 80 and a third byte.
            Vector256<ulong> leadOfOther = Vector256.AndNot(digit & nonAscii, space | extra); // C2, E2
            Vector256<ulong> beforeQuote = After(Vector256.AndNot(space & joinerAndTerminal, letter), Vector256.AndNot(nextSpace & nextJoinerAndTerminal, nextLetter));
            Vector256<ulong> before80 = After(
                Vector256.AndNot(space & extra, Load(Terminal, k) | digit | letter), Vector256.AndNot(nextSpace & nextExtra, Load(Terminal, k + 1) | nextDigit | nextLetter));
            Vector256<ulong> twoBeforeDash = After(letter & extra, nextLetter & nextExtra, 2);
            Vector256<ulong> leadOfThree = leadOfOther & letter & before80 & twoBeforeDash;
            Vector256<ulong> lead = leadOfLetter | leadOfThree | (Vector256.AndNot(leadOfOther, letter) & beforeQuote);
            Vector256.Store(leadOfLetter, LeadOfLetter + k);
            Vector256.Store(leadOfThree, LeadOfThree + k);
            Vector256.Store(lead, Lead + k);
        }
    }

    /// <summary>
    /// Makes masks of characters of those of the bytes of UTF-8, for four blocks at a time. With this in the classifier, block by block in
    /// 64-bit arithmetic, a long word took 1.15 times the time (AVX2 on Zen 3).
    /// </summary>
    /// <param name="blocks">The number of blocks.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void JoinBytes(int blocks)
    {
        for (int k = 0; k < blocks; k += Lanes)
        {
            Vector256<ulong> nonAscii = Load(NonAscii, k);
            Vector256<ulong> lead = Load(Lead, k);
            Vector256<ulong> leadOfLetter = Load(LeadOfLetter, k);
            Vector256<ulong> tail = Before(lead, Load(Lead, k - 1), 1) | Before(LeadOfThree, k, 2);
            Vector256<ulong> letter = Load(Letter, k);
            Vector256<ulong> space = Load(Space, k);
            Vector256<ulong> wordJoiner = Load(WordJoiner, k);
            Vector256<ulong> terminal = Load(Terminal, k);
            Vector256<ulong> unknownAscii = Vector256.AndNot((wordJoiner & terminal) | (letter & space), nonAscii);
            Vector256.Store(Vector256.AndNot(nonAscii, lead | tail) | unknownAscii, Rare + k);
            Vector256.Store(Vector256.AndNot(wordJoiner, nonAscii), WordJoiner + k);
            Vector256.Store(Vector256.AndNot(terminal, nonAscii), Terminal + k);
            Vector256.Store(Vector256.AndNot(letter, nonAscii) | leadOfLetter | Before(leadOfLetter, Load(LeadOfLetter, k - 1), 1), Letter + k);
            Vector256.Store(Vector256.AndNot(Load(Digit, k), nonAscii), Digit + k);
            Vector256.Store(Vector256.AndNot(space, nonAscii), Space + k);
            Vector256.Store(tail, Continuation + k);
            Vector256.Store(Vector256<ulong>.Zero, Special + k);
        }
    }

    /// <summary>
    /// The local rules, for four blocks at a time: InnerHyphen and InnerApostrophe, NumberSeparator, TerminalRun. Sets starts, ends, flags and pending places.
    /// A twentieth of the time of the engine, by a profile.
    /// </summary>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="withPauses">Whether to set the pauses too.</param>
    /// <param name="isUtf8">Whether the units are bytes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Resolve(int blocks, bool withPauses, bool isUtf8)
    {
        Vector256<ulong> inLongNumber = Vector256<ulong>.Zero;
        for (int k = 0; k < blocks; k += Lanes)
        {
            Vector256<ulong> digit = Load(Digit, k);
            Vector256<ulong> previousDigit = Load(Digit, k - 1);
            Vector256<ulong> nextDigit = Load(Digit, k + 1);
            Vector256<ulong> twoAfterDigit = Before(digit, previousDigit, 2);
            Vector256<ulong> betweenDigits = Before(digit, previousDigit, 1) & After(digit, nextDigit);
            Vector256<ulong> letter = Load(Letter, k);
            Vector256<ulong> previousLetter = Load(Letter, k - 1);
            Vector256<ulong> alphanumeric = digit | letter;
            Vector256<ulong> previousAlphanumeric = previousDigit | previousLetter;
            Vector256<ulong> afterWord = Before(alphanumeric, previousAlphanumeric, 1);
            Vector256<ulong> beforeWord = After(alphanumeric, nextDigit | Load(Letter, k + 1));
            Vector256<ulong> space = Load(Space, k);
            Vector256<ulong> afterSpace = Before(Space, k, 1);
            Vector256<ulong> beforeSpace = After(space, Load(Space, k + 1));
            Vector256<ulong> wordJoiner = Load(WordJoiner, k);
            Vector256<ulong> numberJoiner = Load(NumberJoiner, k);
            Vector256<ulong> terminal = Load(Terminal, k);
            Vector256<ulong> afterTerminal = Before(Terminal, k, 1);

            Vector256<ulong> inNumber = numberJoiner & betweenDigits;
            Vector256<ulong> joined = (wordJoiner & afterWord & beforeWord & ~betweenDigits) | inNumber;
            Vector256<ulong> afterJoined = (Before(WordJoiner, k, 1) & Before(alphanumeric, previousAlphanumeric, 2) & alphanumeric & ~(twoAfterDigit & digit))
                | (Before(NumberJoiner, k, 1) & twoAfterDigit & digit);
            Vector256<ulong> stops = terminal & ~space;
            Vector256<ulong> goesOn = (alphanumeric & afterWord) | joined | afterJoined | (stops & afterTerminal & ~afterSpace) | Load(Continuation, k);
            Vector256<ulong> ends = ~(goesOn | afterSpace);
            Vector256.Store(alphanumeric, Alphanumeric + k);
            Vector256<ulong> starts = ~(goesOn | space);
            Vector256.Store(starts, Starts + k);
            Vector256.Store(starts & afterSpace & Before(Space, k, 2), AfterGap + k);
            Vector256.Store(ends, Ends + k);

            Vector256.Store(Load(Special, k), Flags + k);
            inLongNumber |= inNumber & twoAfterDigit & Before(digit, previousDigit, 3);

            // A stop behind a word; a comma or colon only where neither white space nor a word follows. Two digits around a hyphen; a hyphen between a mark
            // and a word.
            Vector256<ulong> pending = (numberJoiner & ~joined & afterWord & (stops | ~(beforeSpace | beforeWord)))
                | (wordJoiner & (betweenDigits | (beforeWord & ~(afterWord | afterSpace))));
            Vector256<ulong> behindLong = BehindLongWord(letter, previousLetter, isUtf8);
            Vector256.Store(behindLong, BehindLong + k);
            Vector256.Store(Vector256.AndNot(pending, stops & beforeSpace & behindLong), Pending + k);
            if (withPauses)
            {
                Vector256.Store(ends & (afterTerminal | (space & (terminal | beforeSpace))), Pauses + k);
            }
        }

        if (inLongNumber != Vector256<ulong>.Zero) FlagBetweenFours(blocks);
        const ulong Known = (2UL << EndLimit) - 1;
        Ends[blocks - 1] &= Known;
        Pending[blocks - 1] &= Known;
    }

    /// <summary>The blocks, bit k for block k, where a row has some bit. A block of UTF-8 news in five has a pending place, one in 350 a rare character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WithAny(ulong* row, int blocks)
    {
        uint none = 0;
        for (int k = 0; k < blocks; k += Lanes)
        {
            none |= Vector256.Equals(Load(row, k), Vector256<ulong>.Zero).ExtractMostSignificantBits() << k;
        }

        return ~none & (uint.MaxValue >> (MaxBlocks - blocks));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsBehind(byte first, byte second, CharacterClass bit) => ((first & (uint)bit) != 0 ? 1UL : 0) | ((second & (uint)bit) != 0 ? 2UL : 0);

    private void SetIn(int block, ulong units, CharacterClass found)
    {
        Rare[block] &= ~units;
        Set(Letter + block, units, found, CharacterClass.Letter);
        Set(Digit + block, units, found, CharacterClass.Digit);
        Set(Space + block, units, found, CharacterClass.Space);
        Set(WordJoiner + block, units, found, CharacterClass.WordJoiner);
        Set(NumberJoiner + block, units, found, CharacterClass.NumberJoiner);
        Set(Terminal + block, units, found, CharacterClass.Terminal);
        Set(Special + block, units, found, CharacterClass.Special);
    }

    // The places behind so many letters that no abbreviation is as long: 8 units, or 15 bytes. The stops there need no more than their masks; they are 31 % of
    // the stops in UTF-8 news and 60 % in UTF-16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> BehindLongWord(Vector256<ulong> letter, Vector256<ulong> previous, bool isUtf8)
    {
        // To the last of 1 + 1 + 2 + 4 letters, one more than Abbreviations.MaxLength; of 7 more where a letter has two bytes.
        ExtendRun(ref letter, ref previous, 1);
        ExtendRun(ref letter, ref previous, 2);
        ExtendRun(ref letter, ref previous, 4);
        if (isUtf8)
        {
            ExtendRun(ref letter, ref previous, 7);
        }

        return Before(letter, previous, 1);
    }

    // Flags the marks inside a number that have four digits on either side, as the comma between two years has; the rules see the rest. A step of its own: few
    // chunks have such marks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FlagBetweenFours(int blocks)
    {
        for (int k = 0; k < blocks; k += Lanes)
        {
            Vector256<ulong> digit = Load(Digit, k), previous = Load(Digit, k - 1), next = Load(Digit, k + 1);
            Vector256<ulong> before = Before(digit, previous, 1) & Before(digit, previous, 2) & Before(digit, previous, 3) & Before(digit, previous, 4);
            Vector256<ulong> after = After(digit, next) & After(digit, next, 2) & After(digit, next, 3) & After(digit, next, 4);
            Vector256.Store(Load(Flags, k) | (Load(NumberJoiner, k) & before & after), Flags + k);
        }
    }

    // Leaves the places where a run ends that is longer by some places. The lower bits of the block before are not exact and not used.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExtendRun(ref Vector256<ulong> run, ref Vector256<ulong> previous, [ConstantExpected] int places)
    {
        run &= Before(run, previous, places);
        previous &= previous << places;
    }

    private static void Set(ulong* mask, ulong units, CharacterClass found, CharacterClass bits) =>
        *mask = (*mask & ~units) | ((found & bits) != 0 ? units : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Row(int row) => rows + (row * RowLength) + Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Load(ulong* row, int block) => Vector256.Load(row + block);

    // The bits that stand some places before each place: of the block itself, and of the block before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Before(Vector256<ulong> block, Vector256<ulong> previous, [ConstantExpected] int places) =>
        (block << places) | (previous >>> (BlockTokenizer.BlockSize - places));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Before(ulong* row, int block, [ConstantExpected] int places) =>
        Before(Load(row, block), Load(row, block - 1), places);

    // The bits that stand some places behind each place: of the block itself, and of the block behind it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> After(Vector256<ulong> block, Vector256<ulong> next, [ConstantExpected] int places = 1) =>
        (block >>> places) | (next << (BlockTokenizer.BlockSize - places));
}
