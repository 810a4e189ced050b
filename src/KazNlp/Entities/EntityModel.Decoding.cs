using System.Runtime.Intrinsics;

namespace KazNlp;

/// <content>From tokens to mentions: windows over the pieces, features, weights, the chain.</content>
public sealed partial class EntityModel
{
    // A sentence that does not fit the window is cut where no entity stands, and the next window sees this many pieces before the cut.
    private const int WindowOverlap = 48;

    // What the score of a name's going on loses where an ending has completed it: more than weights usually say.
    private const float AnotherName = 5;

    /// <summary>Finds the entities of one sentence.</summary>
    /// <param name="tokens">Tokens of which the sentence is a part.</param>
    /// <param name="first">Index of its first token.</param>
    /// <param name="count">Number of its tokens.</param>
    /// <param name="withScores">Whether probabilities are wanted.</param>
    /// <param name="mentions">Where to, in order.</param>
    internal void FindMentions<TTokens>(TTokens tokens, int first, int count, bool withScores, List<EntityMention> mentions)
        where TTokens : IEntityTokens
    {
        EntityWorkspace workspace = _workspaces.Rent();
        int end = first + count;
        int windowStart = first;
        int emitted = first;
        while (emitted < end)
        {
            EntityWindow window = workspace.Window;
            window.Clear();
            int next = windowStart;
            while (next < end && window.TryAdd(tokens[next], next))
            {
                next++;
            }

            window.Complete(Clusters, Gazetteer.Default);
            Decode(workspace);
            int cut = next == end ? end : CutToken(window.Pieces, workspace.Labels, emitted, out windowStart);
            Emit(workspace, emitted, cut, withScores, mentions);
            emitted = cut;
        }

        _workspaces.Return(workspace);
    }

    // The token before which the window is cut: after an O if there is one in the last third.
    private static int CutToken(ReadOnlySpan<EntityPiece> pieces, ReadOnlySpan<byte> labels, int emitted, out int nextStart)
    {
        int cut = pieces.Length - WindowOverlap;
        for (int at = cut; at > pieces.Length / 2; at--)
        {
            if (labels[at] == 0 && labels[at - 1] == 0 && pieces[at].Token != pieces[at - 1].Token)
            {
                cut = at;
                break;
            }
        }

        int token = Math.Max(pieces[cut].Token, emitted + 1);
        nextStart = Math.Min(pieces[cut - WindowOverlap].Token, token);
        return token;
    }

    private void Decode(EntityWorkspace workspace)
    {
        EntityWindow window = workspace.Window;
        int stride = _chain.Stride;
        bool keepsSums = _chain.Labels <= ScoreRows.Width;
        workspace.SentenceSums.AsSpan().Clear();
        if (keepsSums)
        {
            _weights.Accumulate(Context(workspace, 0, ContextParts.Sentence), workspace.SentenceSums);
        }

        for (int at = 0; at < window.Count; at++)
        {
            Span<int> sums = workspace.Sums;
            workspace.SentenceSums.CopyTo(sums);
            if (keepsSums)
            {
                AddWords(workspace, at);
                AddShapes(workspace, at);
                _weights.Accumulate(Context(workspace, at, ContextParts.Rest), sums);
            }
            else
            {
                AddFeatures(workspace, EntityFeatures.Extract(window, at, Clusters, workspace.Features));
            }

            Span<float> scores = workspace.Scores.AsSpan(at * stride, stride);
            for (int label = 0; label < stride; label += Vector256<float>.Count)
            {
                (Vector256.ConvertToSingle(Vector256.Create<int>(sums[label..])) * _quantum).CopyTo(scores[label..]);
            }

            scores[0] -= _outsideBias;
            if (at > 0 && IsAnotherName(window, at))
            {
                for (int inside = Classes.Length + 1; inside < _chain.Labels; inside++)
                {
                    scores[inside] -= AnotherName;
                }
            }
        }

        int size = window.Count * stride;
        workspace.Scores.AsSpan(0, size).CopyTo(workspace.ScoresCopy);
        _chain.Viterbi(workspace.ScoresCopy.AsSpan(0, size), workspace.Labels.AsSpan(0, window.Count));
    }

    // A capital behind a name that its ending completes. Titles in quotes are sentences of their own, and headlines in capitals tell nothing.
    private static bool IsAnotherName(EntityWindow window, int at)
    {
        ref readonly EntityPiece piece = ref window.Pieces[at];
        ref readonly EntityPiece before = ref window.Pieces[at - 1];
        return piece.Upper && before.Upper && piece.QuoteLength == 0 && !window.IsCaseless && CompleteNames.Ends(window.Folded(at - 1));
    }

    // What the piece and its neighbours add each by itself; kept from word to word.
    private void AddWords(EntityWorkspace workspace, int at)
    {
        EntityWindow window = workspace.Window;
        ScoreCache words = workspace.Words;
        for (int distance = -EntityFeatures.Reach; distance <= EntityFeatures.Reach; distance++)
        {
            int place = at + distance;
            if ((uint)place >= (uint)window.Count)
            {
                AddFeatures(workspace, EntityFeatures.ExtractNeighbour(window, place, distance, Clusters, workspace.Features));
            }
            else if (place == 0 && distance == 0)
            {
                AddFeatures(workspace, EntityFeatures.ExtractOwn(window, place, isFirst: true, Clusters, workspace.Features));
            }
            else
            {
                ScoreRows rows = words.Find(window.Pieces[place].Form, out bool isKnown);
                if (!isKnown)
                {
                    Learn(workspace, rows, place);
                }

                rows.AddTo(workspace.Sums, distance + EntityFeatures.Reach);
            }
        }
    }

    // What shapes and kinds of numerals add; kept, too.
    private void AddShapes(EntityWorkspace workspace, int at)
    {
        ScoreRows shapes = workspace.Shapes.Find(EntityFeatures.ShapeKey(workspace.Window, at), out bool isKnown);
        if (!isKnown)
        {
            Span<int> sums = stackalloc int[FeatureWeights.SumCount];
            sums.Clear();
            _weights.Accumulate(Context(workspace, at, ContextParts.Shapes), sums);
            shapes.Set(0, sums);
        }

        shapes.AddTo(workspace.Sums, 0);
    }

    private ReadOnlySpan<ulong> Context(EntityWorkspace workspace, int at, ContextParts parts) =>
        workspace.Features.AsSpan(0, EntityFeatures.ExtractContext(workspace.Window, at, Clusters, workspace.Features, parts));

    private void Learn(EntityWorkspace workspace, ScoreRows rows, int place)
    {
        Span<int> sums = stackalloc int[FeatureWeights.SumCount];
        for (int distance = -EntityFeatures.Reach; distance <= EntityFeatures.Reach; distance++)
        {
            int count = distance == 0
                ? EntityFeatures.ExtractOwn(workspace.Window, place, isFirst: false, Clusters, workspace.Features)
                : EntityFeatures.ExtractNeighbour(workspace.Window, place, distance, Clusters, workspace.Features);
            sums.Clear();
            _weights.Accumulate(workspace.Features.AsSpan(0, count), sums);
            rows.Set(distance + EntityFeatures.Reach, sums);
        }
    }

    private void AddFeatures(EntityWorkspace workspace, int count) => _weights.Accumulate(workspace.Features.AsSpan(0, count), workspace.Sums);

    private void Emit(EntityWorkspace workspace, int firstToken, int endToken, bool withScores, List<EntityMention> mentions)
    {
        ReadOnlySpan<EntityPiece> pieces = workspace.Window.Pieces;
        ReadOnlySpan<byte> labels = workspace.Labels.AsSpan(0, pieces.Length);
        int classes = Classes.Length;
        int free = firstToken; // the first token that no mention holds
        bool ready = false;
        for (int start = 0; start < labels.Length; start++)
        {
            int type = labels[start] - 1;
            if (type < 0 || type >= classes)
            {
                continue;
            }

            int end = start + 1;
            while (end < labels.Length && labels[end] == type + 1 + classes)
            {
                end++;
            }

            int from = Math.Max(pieces[start].Token, free);
            int to = Math.Min(pieces[end - 1].Token + 1, endToken);
            if (from >= to)
            {
                continue;
            }

            float score = float.NaN;
            if (withScores)
            {
                if (!ready)
                {
                    // Of this mention and those behind it, the backward sums at their ends are asked for.
                    _chain.ForwardBackward(workspace.Scores, workspace.Forward, workspace.Backward, workspace.Scales.AsSpan(0, pieces.Length), first: end);
                    ready = true;
                }

                score = Calibrate(_chain.SpanProbability(start, end, type, workspace.Scores, workspace.Forward, workspace.Backward, workspace.Scales.AsSpan(0, pieces.Length)));
            }

            mentions.Add(new EntityMention(from, to - from, type, score));
            free = to;
        }
    }
}
