namespace KazNlp;

/// <summary>
/// The features of one piece, as 64-bit hashes: each is a template's number with what the template found. Trainer and tagger both call this,
/// so a change here needs a new model.
/// </summary>
/// <remarks>
/// What matters most, in this order: affixes and character n-grams (they know the endings, and what names look like), the neighbours' words
/// and affixes, shapes, quotes, numerals, word clusters.
/// </remarks>
internal static partial class EntityFeatures
{
    /// <summary>The hash of an empty beginning.</summary>
    public const ulong PrefixSeed = 0x51ED270B8D5F1A37;

    /// <summary>The greatest number of features of one piece.</summary>
    public const int MaxCount = 448;

    private const ulong Before = 11; // stands for the word before the first one
    private const ulong After = 22;
    private const int MaxNGramText = 24;

    /// <summary>How far away a piece still counts as a neighbour whose own features are taken up.</summary>
    public const int Reach = 2;

    /// <summary>Computes the features of a piece: its own, its neighbours', and those of the context.</summary>
    /// <param name="window">The completed window.</param>
    /// <param name="at">Index of the piece.</param>
    /// <param name="clusters">The clusters that the window was completed with.</param>
    /// <param name="features">Where to; <see cref="MaxCount"/> places.</param>
    /// <returns>The number of features.</returns>
    public static int Extract(EntityWindow window, int at, WordClusters clusters, Span<ulong> features)
    {
        int count = ExtractOwn(window, at, at == 0, clusters, features);
        for (int distance = -Reach; distance <= Reach; distance++)
        {
            count += distance == 0 ? 0 : ExtractNeighbour(window, at + distance, distance, clusters, features[count..]);
        }

        return count + ExtractContext(window, at, clusters, features[count..]);
    }

    /// <summary>Computes the features that depend on nothing but the piece.</summary>
    /// <param name="window">The completed window.</param>
    /// <param name="at">Index of the piece.</param>
    /// <param name="isFirst">Whether to take it for the first of a sentence.</param>
    /// <param name="clusters">The clusters that the window was completed with.</param>
    /// <param name="features">Where to.</param>
    /// <returns>The number of features.</returns>
    public static int ExtractOwn(EntityWindow window, int at, bool isFirst, WordClusters clusters, Span<ulong> features)
    {
        var context = new Context(window, at, features) { IsFirst = isFirst };
        AddOwnWord(ref context);
        AddAffixes(ref context);
        AddOwnShape(ref context);
        AddOwnClusters(ref context, clusters);
        return context.Count;
    }

    /// <summary>Computes the features that depend on nothing but a neighbour.</summary>
    /// <param name="window">The completed window.</param>
    /// <param name="at">Index of the neighbour, which may stand before the first or behind the last piece.</param>
    /// <param name="distance">Where it stands seen from the piece that gets the features: −1 is just before.</param>
    /// <param name="clusters">The clusters that the window was completed with.</param>
    /// <param name="features">Where to.</param>
    /// <returns>The number of features.</returns>
    public static int ExtractNeighbour(EntityWindow window, int at, int distance, WordClusters clusters, Span<ulong> features)
    {
        var context = new Context(window, at - distance, features);
        AddNeighbour(ref context, distance, clusters);
        return context.Count;
    }

    /// <summary>Computes the features that depend on several pieces.</summary>
    public static int ExtractContext(EntityWindow window, int at, WordClusters clusters, Span<ulong> features, ContextParts parts = ContextParts.All)
    {
        var context = new Context(window, at, features) { Parts = parts };
        bool rest = context.Takes(ContextParts.Rest);
        if (rest)
        {
            AddWords(ref context);
        }

        if (context.Takes(ContextParts.Shapes))
        {
            AddShapes(ref context);
        }

        if (rest)
        {
            AddQuotes(ref context);
        }

        AddSentence(ref context);
        if (rest)
        {
            AddConjunctions(ref context);
        }

        AddNumerals(ref context);
        if (rest)
        {
            AddClusters(ref context, clusters);
            AddNames(ref context);
            AddHeads(ref context);
        }

        return context.Count;
    }

    /// <summary>What decides on the features of <see cref="ContextParts.Shapes"/>: pieces that agree in it have the same ones.</summary>
    public static ulong ShapeKey(EntityWindow window, int at)
    {
        var context = new Context(window, at, default);
        ulong key = FeatureHash.Combine(FeatureHash.Combine(context.Number(-1), context.Number(0)), context.Number(1));
        for (int distance = -Reach; distance <= Reach; distance++)
        {
            key = FeatureHash.Combine(key, context.ShortShape(distance));
        }

        return key;
    }

    /// <summary>The piece, its neighbours, and the list that is being filled.</summary>
    private ref struct Context
    {
        private readonly Span<ulong> _features;

        public Context(EntityWindow window, int at, Span<ulong> features)
        {
            Window = window;
            Pieces = window.Pieces;
            At = at;
            IsFirst = at == 0;
            _features = features;
        }

        public readonly EntityWindow Window;
        public readonly ReadOnlySpan<EntityPiece> Pieces;
        public readonly int At;

        public int Count { get; private set; }

        public readonly ref readonly EntityPiece Piece => ref Pieces[At];

        public readonly int Length => Pieces.Length;

        public bool IsFirst { readonly get; init; }

        public ContextParts Parts { private readonly get; init; }

        public readonly bool Takes(ContextParts part) => (Parts & part) != 0;

        public readonly bool Has(int distance) => (uint)(At + distance) < (uint)Pieces.Length;

        public readonly ulong Word(int distance) => At + distance < 0 ? Before : At + distance >= Pieces.Length ? After : Pieces[At + distance].Word;

        public readonly ulong Prefix5(int distance) => At + distance < 0 ? Before : At + distance >= Pieces.Length ? After : Pieces[At + distance].Prefix5;

        public readonly ulong Suffix3(int distance) => At + distance < 0 ? Before : At + distance >= Pieces.Length ? After : Pieces[At + distance].Suffix3;

        public readonly ulong Shape(int distance) => At + distance < 0 ? Before : At + distance >= Pieces.Length ? After : Pieces[At + distance].Shape;

        public readonly ulong ShortShape(int distance) => At + distance < 0 ? Before : At + distance >= Pieces.Length ? After : Pieces[At + distance].ShortShape;

        public readonly int Cluster(int distance) => Has(distance) ? Pieces[At + distance].Cluster : WordClusters.None;

        public readonly ulong Number(int distance) => Has(distance) ? Pieces[At + distance].Number : 99u;

        public void Add(int template) => Push(FeatureHash.Combine((ulong)template, 0));

        public void Add(int template, ulong a) => Push(FeatureHash.Combine((ulong)template, a));

        public void Add(int template, ulong a, ulong b) => Push(FeatureHash.Combine(FeatureHash.Combine((ulong)template, a), b));

        public void Add(int template, ulong a, ulong b, ulong c) => Push(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Combine((ulong)template, a), b), c));

        private void Push(ulong feature)
        {
            if (Count < _features.Length)
            {
                _features[Count++] = feature;
            }
        }
    }

    private static ulong Bit(bool value) => value ? 1u : 0u;

    private static void AddOwnWord(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        c.Add(1);
        c.Add(2, piece.Word);
        c.Add(3, piece.Form);
        c.Add(4, piece.Word, Bit(piece.Upper), Bit(c.IsFirst));
    }

    private static void AddWords(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        for (int distance = Reach + 1; distance <= 4; distance++)
        {
            if (c.Has(-distance))
            {
                c.Add(9, c.Word(-distance));
            }

            if (c.Has(distance))
            {
                c.Add(10, c.Word(distance));
            }
        }

        c.Add(11, c.Word(-1), Bit(c.Has(-1) && c.Pieces[c.At - 1].Upper));
        c.Add(12, c.Word(-1), piece.Word);
        c.Add(13, piece.Word, c.Word(1));
        c.Add(14, c.Word(-1), c.Word(1));
        c.Add(15, c.Word(-2), c.Word(-1));
        c.Add(16, c.Word(1), c.Word(2));
        c.Add(17, c.Prefix5(-1), piece.Prefix5);
        c.Add(18, piece.Prefix5, c.Prefix5(1));
    }

    private static void AddAffixes(ref Context c)
    {
        ref readonly EntityPiece piece = ref c.Piece;
        ReadOnlySpan<char> text = c.Window.Folded(c.At);
        ulong prefix = PrefixSeed;
        for (int length = 1; length <= 8 && length <= text.Length; length++)
        {
            prefix = FeatureHash.Combine(prefix, text[length - 1]);
            c.Add(20 + length, prefix);
            if (piece.Upper && length is >= 3 and <= 6)
            {
                c.Add(30 + length, prefix, Bit(c.IsFirst));
            }
        }

        ulong suffix = PrefixSeed;
        for (int length = 1; length <= 6 && length <= text.Length; length++)
        {
            suffix = FeatureHash.Combine(suffix, text[^length]);
            c.Add(40 + length, suffix);
        }

        AddNGrams(ref c, text);
    }

    private static void AddNGrams(ref Context c, ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxNGramText)];
        ulong gram = '^';
        for (int i = 0; i <= text.Length; i++)
        {
            gram = (gram << 16) | (i < text.Length ? text[i] : '$');
            c.Add(50, gram & 0xFFFF_FFFF);
            if (i >= 1)
            {
                c.Add(51, gram & 0xFFFF_FFFF_FFFF);
            }

            if (i >= 2)
            {
                c.Add(52, gram);
            }
        }
    }

    private static void AddNeighbour(ref Context c, int distance, WordClusters clusters)
    {
        c.Add(distance switch { -1 => 5, 1 => 6, -2 => 7, _ => 8 }, c.Word(distance));
        c.Add(112 + distance, c.Shape(distance));
        c.Add(117 + distance, c.ShortShape(distance));
        AddCluster(ref c, distance, clusters);
        if (!c.Has(distance))
        {
            return;
        }

        ref readonly EntityPiece neighbour = ref c.Pieces[c.At + distance];
        int template = 60 + ((distance + Reach) * 10);
        if (neighbour.Length > 2)
        {
            c.Add(template, neighbour.Suffix2);
        }

        if (neighbour.Length > 3)
        {
            c.Add(template + 1, neighbour.Suffix3);
            c.Add(template + 2, neighbour.Prefix3);
        }

        if (neighbour.Length > 4)
        {
            c.Add(template + 3, neighbour.Suffix4);
            c.Add(template + 4, neighbour.Prefix4);
        }

        if (neighbour.Length > 5)
        {
            c.Add(template + 5, neighbour.Prefix5);
        }

        if (neighbour.Length > 6)
        {
            c.Add(template + 6, neighbour.Prefix6);
        }
    }
}
