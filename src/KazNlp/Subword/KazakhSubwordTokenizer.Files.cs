namespace KazNlp;

/// <content>Reading and writing vocabularies.</content>
public sealed partial class KazakhSubwordTokenizer
{
    /// <summary>Reads a vocabulary: a model file of the training command, or a <c>tokenizer.json</c> of Hugging Face, which the first byte tells apart.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or is a tokenizer of another kind; the message names the file, the line and the reason.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KazakhSubwordTokenizer Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> start = bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8);
        return start is [(byte)'{', ..]
            ? new(TokenizerJsonReader.Read(bytes, path))
            : FromPack(ModelPack.Parse(bytes, path, SubwordPack.Kind));
    }

    /// <summary>Takes the vocabulary of a pack.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pack"/> is null.</exception>
    /// <exception cref="InvalidDataException">The pack is of another kind, or its vocabulary is broken.</exception>
    public static KazakhSubwordTokenizer FromPack(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new(SubwordPack.Read(pack));
    }

    /// <summary>Reads the pair of files that <c>BpeTokenizer</c> of Microsoft.ML.Tokenizers takes: pieces with their ids as JSON, and merges, one a line in the order of their rank.</summary>
    /// <param name="vocabularyPath"><c>vocab.json</c>.</param>
    /// <param name="mergesPath"><c>merges.txt</c>.</param>
    /// <param name="specialTokens">Tokens that stand outside the merges, and their ids; by default the pieces of the form <c>&lt;|…|&gt;</c>.</param>
    /// <remarks>The pair does not say how text is cut before merging: it is cut as for our own vocabularies.</remarks>
    /// <exception cref="InvalidDataException">A file is damaged or they do not fit; the message names the file, the line and the reason.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static KazakhSubwordTokenizer Load(string vocabularyPath, string mergesPath, IReadOnlyDictionary<string, int>? specialTokens = null) =>
        new(VocabularyFiles.Read(vocabularyPath, mergesPath, specialTokens));

    /// <summary>Writes a <c>tokenizer.json</c> that Hugging Face's tokenizers and this library read.</summary>
    /// <param name="path">The file; it is replaced only when all is written.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveTokenizerJson(string path) => WholeFile.Write(path, stream => TokenizerJsonWriter.Write(_model, stream));

    /// <summary>Writes the pair of files that <c>BpeTokenizer</c> of Microsoft.ML.Tokenizers takes. It gives the same ids with <see cref="PreTokenizer"/>, <see cref="SpecialTokens"/> and <c>BpeOptions.ByteLevel</c>.</summary>
    /// <param name="vocabularyPath"><c>vocab.json</c>: pieces and special tokens with their ids.</param>
    /// <param name="mergesPath"><c>merges.txt</c>: merges in the order of their rank.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void SaveVocabulary(string vocabularyPath, string mergesPath)
    {
        WholeFile.Write(vocabularyPath, stream => VocabularyFiles.WriteVocabulary(_model, stream));
        WholeFile.Write(mergesPath, stream => VocabularyFiles.WriteMerges(_model, stream));
    }

    /// <summary>The vocabulary as a pack, to which metadata can be added before it is saved.</summary>
    public ModelPackBuilder ToPack() => SubwordPack.Write(_model);
}
