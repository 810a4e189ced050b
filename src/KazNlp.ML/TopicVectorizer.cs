using Microsoft.ML.Data;

namespace KazNlp;

/// <summary>Brings the core's topic features into the form of ML.NET: one sparse vector.</summary>
internal static class TopicVectorizer
{
    /// <summary>Length of the vectors, which ML.NET wants to know at compile time; see <see cref="TopicFeatures.Length"/>.</summary>
    public const int Length = TopicFeatures.Length;

    /// <summary>The features of a text, as a vector of <see cref="TopicFeatures.Length"/> with ascending indices.</summary>
    public static VBuffer<float> Vectorize(TopicFeatures features, string? title, string? text)
    {
        VBuffer<float> vector = default;
        Vectorize(features, title, text, ref vector);
        return vector;
    }

    /// <summary>Writes the features of a text to a vector of <see cref="TopicFeatures.Length"/>; its buffers are used again where they suffice.</summary>
    public static void Vectorize(TopicFeatures features, string? title, string? text, ref VBuffer<float> vector)
    {
        Token[] titleTokens = string.IsNullOrEmpty(title) ? [] : KazakhTokenizer.Default.Tokenize(title);
        Token[] tokens = string.IsNullOrEmpty(text) ? [] : KazakhTokenizer.Default.Tokenize(text);
        TopicFeatures.Workspace workspace = features.Rent();
        features.Compute(title, titleTokens, text, tokens, workspace);
        int dense = TopicFeatures.DenseLength;
        int[] slots = workspace.Slots.Keys.ToArray();
        float[] values = workspace.Slots.Counts.ToArray();
        Array.Sort(slots, values);
        VBufferEditor<float> editor = VBufferEditor.Create(ref vector, Length, dense + slots.Length);
        workspace.Dense.CopyTo(editor.Values);
        for (int i = 0; i < dense; i++)
        {
            editor.Indices[i] = i;
        }

        for (int i = 0; i < slots.Length; i++)
        {
            editor.Indices[dense + i] = dense + slots[i];
            editor.Values[dense + i] = values[i];
        }

        vector = editor.Commit();
        features.Return(workspace);
    }
}
