using System.Text.RegularExpressions;
using Microsoft.ML.Tokenizers;

namespace KazNlp.Tests.Subword;

[TestFixture]
public sealed class VocabularyFileTests
{
    private const string Sample = "Елордада  «Абай» операсы, 1991-ші жыл.\nThe dog's 42!<|end|>";

    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kaznlp-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_tokenizer_json_that_was_written_reads_back_with_the_same_ids()
    {
        string path = Path.Combine(_folder, "tokenizer.json");
        KazakhSubwordTokenizer.Default.SaveTokenizerJson(path);
        KazakhSubwordTokenizer read = KazakhSubwordTokenizer.Load(path);
        foreach (string article in RepositoryFiles.Articles)
        {
            string text = File.ReadAllText(article) + "<|endoftext|>";
            Assert.That(read.EncodeToIds(text), Is.EqualTo(KazakhSubwordTokenizer.Default.EncodeToIds(text)), article);
        }
    }

    [Test]
    public void The_pair_of_files_and_the_pack_read_back_with_the_same_ids()
    {
        string[] paths = [Path.Combine(_folder, "vocab.json"), Path.Combine(_folder, "merges.txt"), Path.Combine(_folder, "subword.kazpack")];
        KazakhSubwordTokenizer.Default.SaveVocabulary(paths[0], paths[1]);
        KazakhSubwordTokenizer.Default.ToPack().Save(paths[2]);
        string text = File.ReadAllText(RepositoryFiles.Articles[0]) + "<|endoftext|>";
        Assert.Multiple(() =>
        {
            Assert.That(KazakhSubwordTokenizer.Load(paths[0], paths[1]).EncodeToIds(text), Is.EqualTo(KazakhSubwordTokenizer.Default.EncodeToIds(text)));
            Assert.That(KazakhSubwordTokenizer.Load(paths[2]).EncodeToIds(text), Is.EqualTo(KazakhSubwordTokenizer.Default.EncodeToIds(text)));
        });
    }

    [TestCase("\"t h\", \"th e\"")]
    [TestCase("[\"t\", \"h\"], [\"th\", \"e\"]")]
    public void Others_models_are_read_with_merges_in_both_forms(string merges)
    {
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson(merges: merges));
        IReadOnlyList<int> ids = tokenizer.EncodeToIds(Sample);
        Assert.Multiple(() =>
        {
            Assert.That(tokenizer.EncodeToIds("the"), Is.EqualTo([257]));
            Assert.That(tokenizer.EncodeToIds("th he"), Is.EqualTo([256, ' ' + 0, 'h', 'e']));
            Assert.That(ids[^1], Is.EqualTo(258));
            Assert.That(tokenizer.Decode(ids), Is.EqualTo(Sample));
        });
    }

    [Test]
    public void ByteLevel_cuts_as_GPT2_does()
    {
        string[] parts = [.. Load(TokenizerJson()).PreTokenizer!.PreTokenize("The dog's  42!").Select(range => "The dog's  42!".Substring(range.Offset, range.Length))];
        Assert.That(parts, Is.EqualTo(["The", " dog", "'s", " ", " 42", "!"]));
    }

    [Test]
    public void A_Split_cuts_by_its_own_expression_and_keeps_what_lies_between()
    {
        string json = TokenizerJson(pre: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{N}{1,3}"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}""");
        Assert.That(Load(json).PreTokenizer!.PreTokenize("ab12345c").Select(range => (range.Offset, range.Length)), Is.EqualTo([(0, 2), (2, 3), (5, 2), (7, 1)]));
    }

    [Test]
    public void Splits_cut_what_the_split_before_them_has_left_whole()
    {
        string json = TokenizerJson(pre: """{"type":"Sequence","pretokenizers":[{"type":"Digits","individual_digits":true},{"type":"Split","pattern":{"String":"b"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false}]}""");
        Assert.That(Parts(Load(json), "a12b cbc  d"), Is.EqualTo(["a", "1", "2", "b", " c", "b", "c", " ", " d"]));
    }

    [Test]
    public void An_inverted_Split_drops_what_lies_between_its_matches()
    {
        string json = TokenizerJson(pre: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{L}+"},"behavior":"Removed","invert":true},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}""");
        KazakhSubwordTokenizer tokenizer = Load(json);
        IReadOnlyList<int> ids = tokenizer.EncodeToIds("a 1 the, ", int.MaxValue, out _, out int consumed);
        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.EqualTo(['a', 257]));
            Assert.That(consumed, Is.EqualTo(9));
            Assert.That(tokenizer.EncodeToTokens("a 1 the, ", out _)[1].Offset, Is.EqualTo(4..7));
        });
    }

    [Test]
    public void Without_an_expression_nothing_is_cut() =>
        Assert.That(Parts(Load(TokenizerJson(pre: """{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}""")), "a b\n<|end|>c"), Is.EqualTo(["a b\n", "<|end|>", "c"]));

    [TestCase("😀a", "😀a")] // an emoji is a character that may stand before a word
    [TestCase("x𐐀𐐁 𝟏2", "x𐐀𐐁| |𝟏2")] // letters and digits beyond the basic plane are letters and digits
    [TestCase("\uD83D a", "\uD83D| a")]
    public void A_surrogate_pair_is_one_character_to_an_expression(string text, string parts)
    {
        string json = TokenizerJson(pre: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}|[^\\s\\p{L}\\p{N}]+|\\s+"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}""");
        Assert.That(string.Join('|', Parts(Load(json), text)), Is.EqualTo(parts));
    }

    [Test]
    public void A_normalizer_of_the_file_is_that_of_the_tokenizer()
    {
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson().Replace("\"normalizer\": null", "\"normalizer\": {\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"NFC\"}]}", StringComparison.Ordinal));
        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens("е\u0306\uD83D<|end|>\u0301", out string? normalized);
        Assert.Multiple(() =>
        {
            Assert.That(normalized, Is.EqualTo("ӗ\uFFFD<|end|>\u0301"));
            Assert.That(tokens.Select(token => token.Id), Is.EqualTo(tokenizer.EncodeToIds(normalized!, considerNormalization: false)));
            Assert.That(tokens[^1].Offset.End.Value, Is.EqualTo(normalized!.Length));
            Assert.That(tokenizer.EncodeToIds("е\u0306", considerNormalization: false), Has.Count.EqualTo(4));
            Assert.That(tokenizer.Normalizer!.Normalize("ӗ"), Is.EqualTo("ӗ"));
        });
    }

    [Test]
    public void A_space_is_put_before_text_where_the_file_says_so()
    {
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson().Replace("\"add_prefix_space\": false", "\"add_prefix_space\": true", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(tokenizer.Decode(tokenizer.EncodeToIds("the")), Is.EqualTo(" the"));
            Assert.That(tokenizer.Decode(tokenizer.EncodeToIds(" the<|end|>a")), Is.EqualTo(" the<|end|> a"));
            Assert.That(tokenizer.CountTokens(string.Empty), Is.Zero);
        });
    }

    [Test]
    public void Added_tokens_may_take_white_space_and_need_a_word_of_their_own()
    {
        string tokens = """{"id": 258, "content": "<|end|>", "lstrip": true, "rstrip": true, "special": true}, {"id": 259, "content": "mask", "single_word": true}""";
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson().Replace("""{"id": 258, "content": "<|end|>", "special": true}""", tokens, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(Parts(tokenizer, "a \t<|end|>  the mask, masked"), Is.EqualTo(["a", " \t<|end|>  ", "the", " ", "mask", ",", " masked"]));
            Assert.That(tokenizer.Decode(tokenizer.EncodeToIds("a <|end|> b mask"), considerSpecialTokens: false), Is.EqualTo("ab mask"), "mask is text");
        });
    }

    [Test]
    public void A_vocabulary_of_others_reads_back_from_a_pack_and_from_JSON_with_the_same_ids()
    {
        string json = TokenizerJson(pre: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{L}+|\\p{N}"},"behavior":"Removed","invert":true},{"type":"Digits"},{"type":"ByteLevel","add_prefix_space":false}]}""")
            .Replace("\"normalizer\": null", "\"normalizer\": {\"type\": \"NFC\"}", StringComparison.Ordinal)
            .Replace("\"special\": true", "\"lstrip\": true", StringComparison.Ordinal);
        KazakhSubwordTokenizer first = Load(json);
        first.ToPack().Save(Path.Combine(_folder, "others.kazpack"));
        first.SaveTokenizerJson(Path.Combine(_folder, "others.json"));
        foreach (string file in (string[])["others.kazpack", "others.json"])
        {
            KazakhSubwordTokenizer second = KazakhSubwordTokenizer.Load(Path.Combine(_folder, file));
            Assert.That(second.EncodeToIds(Sample + " е\u0306 12 " + Sample), Is.EqualTo(first.EncodeToIds(Sample + " е\u0306 12 " + Sample)), file);
        }
    }

    [Test]
    public void A_piece_may_be_made_by_merges_that_come_too_early_if_one_does_not()
    {
        // Llama 3 lists every way to make a piece by the rank of that piece.
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson(merges: "\"th e\", \"t h\", \"t he\", \"h e\"").Replace("\"th\": 256", "\"th\": 256, \"he\": 300", StringComparison.Ordinal).Replace("\"t he\", \"h e\"", "\"h e\", \"t he\"", StringComparison.Ordinal));
        Assert.That(tokenizer.EncodeToIds("the"), Is.EqualTo([257]));
    }

    [Test]
    public void Parts_that_are_pieces_are_taken_whole_where_the_file_says_so()
    {
        string json = TokenizerJson(merges: "\"h e\"", extra: "\"ignore_merges\": true, ");
        Assert.Multiple(() =>
        {
            Assert.That(Load(json.Replace("\"th\"", "\"he\"", StringComparison.Ordinal)).EncodeToIds("the"), Is.EqualTo([257]));
            Assert.That(Load(json.Replace("\"th\"", "\"he\"", StringComparison.Ordinal).Replace("true", "false", StringComparison.Ordinal)).EncodeToIds("the"), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void A_missing_byte_is_named() => AssertRefused(TokenizerJson().Replace("\"q\": 113,\n", string.Empty, StringComparison.Ordinal), "lacks byte 0x71", null);

    [Test]
    public void A_duplicate_piece_is_named_with_its_line() => AssertRefused(TokenizerJson().Replace("\"q\": 113,\n", "\"q\": 113,\n\"q\": 300,\n", StringComparison.Ordinal), "duplicate piece 'q'", "\"q\": 300");

    [Test]
    public void Two_pieces_with_one_id_are_named() => AssertRefused(TokenizerJson().Replace("\"q\": 113,\n", "\"q\": 112,\n", StringComparison.Ordinal), "id 112 of 'q'", "\"q\": 112");

    [Test]
    public void Merges_out_of_order_are_named_with_their_line() => AssertRefused(TokenizerJson(merges: "\"th e\",\n\"t h\""), "out of order", "\"th e\"");

    [Test]
    public void A_merge_of_an_unknown_piece_is_named() => AssertRefused(TokenizerJson(merges: "\"t h\",\n\"t x\""), "'tx'", "\"t x\"");

    [Test]
    public void A_merge_that_stands_twice_is_named() => AssertRefused(TokenizerJson(merges: "\"t h\",\n\"th e\",\n\"t h\"\n"), "twice", null);

    [Test]
    public void Truncated_JSON_is_refused_with_its_last_line()
    {
        string json = TokenizerJson();
        AssertRefused(json[..json.IndexOf("\"q\"", StringComparison.Ordinal)], "truncated", null);
    }

    [TestCase("\"normalizer\": null", "\"normalizer\": {\"type\": \"Lowercase\"}", "Lowercase")]
    [TestCase("\"normalizer\": null", "\"normalizer\": {\"type\": \"NFKC\"}", "FormKC")] // the tests run in invariant mode
    [TestCase("\"type\": \"BPE\"", "\"type\": \"WordPiece\"", "WordPiece")]
    [TestCase("\"type\": \"BPE\"", "\"type\": 7", "model type '7'")]
    [TestCase("\"type\": \"BPE\"", "\"type\": \"BPE\", \"byte_fallback\": true", "byte_fallback")]
    [TestCase("\"type\": \"BPE\"", "\"type\": \"BPE\", \"end_of_word_suffix\": \"</w>\"", "end_of_word_suffix")]
    [TestCase("\"type\": \"BPE\"", "\"type\": \"BPE\", \"dropout\": 0.1", "dropout")]
    [TestCase("\"type\": \"ByteLevel\"", "\"type\": \"Metaspace\"", "Metaspace")]
    [TestCase("{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": true}", "null", "not ByteLevel")]
    [TestCase("{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": true}", "{\"type\": \"Sequence\", \"pretokenizers\": [{\"type\": \"ByteLevel\", \"add_prefix_space\": false}, {\"type\": \"Digits\"}]}", "'Digits' behind ByteLevel")]
    [TestCase("{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": true}", "{\"type\": \"Sequence\", \"pretokenizers\": [{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(\"}, \"behavior\": \"Isolated\"}, {\"type\": \"ByteLevel\", \"add_prefix_space\": false}]}", "regular expression")]
    [TestCase("{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": true}", "{\"type\": \"Sequence\", \"pretokenizers\": [{\"type\": \"Split\", \"pattern\": {\"Regex\": \" \"}, \"behavior\": \"MergedWithNext\"}, {\"type\": \"ByteLevel\", \"add_prefix_space\": false}]}", "MergedWithNext")]
    public void What_would_give_other_ids_is_refused_by_name(string old, string changed, string reason) =>
        AssertRefused(TokenizerJson().Replace(old, changed, StringComparison.Ordinal), reason, null);

    [TestCase("[{\"id\": 258, \"content\": \"<|end|>\"},\n{\"id\": 258, \"content\": \"<|pad|>\"}]", 2, "id 258 of the added token '<|pad|>' belongs to '<|end|>' already")]
    [TestCase("[{\"id\": 258, \"content\": \"<|end|>\"},\n{\"id\": 259, \"content\": \"<|end|>\"}]", 2, "two ids, 258 and 259")]
    [TestCase("[{\"id\": 113, \"content\": \"<|end|>\"}]", 1, "belongs to the piece 'q' already")]
    [TestCase("[{\"id\": -1, \"content\": \"<|end|>\"}]", 1, "id -1")]
    [TestCase("[\n\n{\"id\": \"258\", \"content\": \"<|end|>\"}]", 3, "no \"id\"")]
    [TestCase("[{\"id\": 258, \"content\": \"\"}]", 1, "no text")]
    [TestCase("[{\"id\": 258}]", 1, "no \"content\"")]
    [TestCase("[7]", 1, "no \"content\"")]
    [TestCase("{}", 1, "array of added tokens")]
    public void A_faulty_added_token_is_named_with_its_line(string tokens, int line, string reason)
    {
        string json = TokenizerJson().Replace("""[{"id": 258, "content": "<|end|>", "special": true}]""", tokens, StringComparison.Ordinal);
        Assert.That(() => Load(json), Throws.TypeOf<InvalidDataException>().With.Message.Contains($"tokenizer.json, line {line + 1}: ").And.Message.Contains(reason));
    }

    [TestCase("\"q\": 113", "\"q\": -1", "id -1 of 'q'")]
    [TestCase("\"q\": 113", "\"q\": 1.5", "'q' is no whole number")]
    [TestCase("\"q\": 113", "\"q\": \"113\"", "'q' is no whole number")]
    [TestCase("\"q\": 113", "\"q\": 99999999", "id 99999999 of 'q'")]
    [TestCase("\"th\": 256", "\"t h\": 256", "'t h' is no piece")]
    [TestCase("\"th\": 256", "\"\": 256", "'' is no piece")]
    [TestCase("\"t h\", \"th e\"", "\"t h e\"", "not 3")]
    [TestCase("\"t h\", \"th e\"", "[\"t\"]", "not 1")]
    [TestCase("\"t h\", \"th e\"", "[\"t\", 7]", "unexpected kind")]
    [TestCase("\"t h\", \"th e\"", "777", "a merge")]
    public void A_faulty_piece_or_merge_is_named_with_its_line(string old, string changed, string reason) =>
        AssertRefused(TokenizerJson().Replace(old, changed, StringComparison.Ordinal), reason, changed);

    [Test]
    public void Ids_may_have_gaps()
    {
        KazakhSubwordTokenizer tokenizer = Load(TokenizerJson().Replace("\"the\": 257", "\"the\": 500", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(tokenizer.EncodeToIds("the<|end|>"), Is.EqualTo([500, 258]));
            Assert.That(tokenizer.VocabularySize, Is.EqualTo(501));
            Assert.That(tokenizer.Vocabulary, Has.Count.EqualTo(259));
            Assert.That(tokenizer.TryGetPiece(300, out _), Is.False);
        });
    }

    [Test]
    public void A_byte_order_mark_is_no_fault()
    {
        string path = Path.Combine(_folder, "tokenizer.json");
        File.WriteAllText(path, TokenizerJson(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.That(KazakhSubwordTokenizer.Load(path).EncodeToIds("the"), Is.EqualTo([257]));
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"model\": 7}")]
    [TestCase("{\"model\": null}")]
    [TestCase("{\"model\": {\"type\": \"BPE\"}}")]
    [TestCase("{\"model\": {\"type\": \"BPE\", \"vocab\": [], \"merges\": []}}")]
    [TestCase("{\"model\": {\"type\": \"BPE\", \"vocab\": {}, \"merges\": {}}}")]
    [TestCase("no JSON at all")]
    public void What_is_no_tokenizer_json_is_refused_by_its_name(string text) =>
        Assert.That(() => Load(text), Throws.TypeOf<InvalidDataException>().With.Message.Contains("tokenizer.json"));

    [Test]
    public void A_file_cut_short_anywhere_is_refused_by_its_name()
    {
        byte[] whole = System.Text.Encoding.UTF8.GetBytes(TokenizerJson().TrimEnd());
        string path = Path.Combine(_folder, "tokenizer.json");
        for (int length = 0; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.That(() => KazakhSubwordTokenizer.Load(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains("tokenizer.json"), $"{length} bytes");
        }
    }

    [Test]
    public void A_faulty_pair_of_files_is_named()
    {
        string[] paths = [Path.Combine(_folder, "vocab.json"), Path.Combine(_folder, "merges.txt")];
        File.WriteAllText(paths[0], Vocabulary());
        File.WriteAllText(paths[1], "th e\nt h\n");
        Assert.That(() => KazakhSubwordTokenizer.Load(paths[0], paths[1]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("merges.txt, line 1: merges out of order"));
        File.WriteAllText(paths[1], "t h\nth e\nt h\n");
        Assert.That(() => KazakhSubwordTokenizer.Load(paths[0], paths[1]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("merges.txt, line 3").And.Message.Contains("twice"));
        File.WriteAllText(paths[1], string.Empty);
        Assert.That(KazakhSubwordTokenizer.Load(paths[0], paths[1]).EncodeToIds("the"), Has.Count.EqualTo(3), "no merges are no fault");
        File.WriteAllText(paths[0], string.Empty);
        Assert.That(() => KazakhSubwordTokenizer.Load(paths[0], paths[1]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("vocab.json, line 1"));
    }

    [Test]
    public void A_faulty_line_of_the_merges_file_is_named()
    {
        string[] paths = [Path.Combine(_folder, "vocab.json"), Path.Combine(_folder, "merges.txt")];
        File.WriteAllText(paths[0], Vocabulary());
        File.WriteAllText(paths[1], "#version: 0.2\nt h\nthe\n");
        Assert.That(() => KazakhSubwordTokenizer.Load(paths[0], paths[1]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("merges.txt, line 3"));
    }

    private static IEnumerable<string> Parts(KazakhSubwordTokenizer tokenizer, string text) =>
        tokenizer.PreTokenizer!.PreTokenize(text).Select(range => text.Substring(range.Offset, range.Length));

    private static string Vocabulary()
    {
        IEnumerable<string> bytes = Enumerable.Range(0, 256).Select(b => $"{System.Text.Json.JsonSerializer.Serialize(ByteAlphabet.ToText([(byte)b]))}: {b}");
        return "{\n" + string.Join(",\n", [.. bytes, "\"th\": 256", "\"the\": 257"]) + "\n}";
    }

    private static string TokenizerJson(
        string merges = "\"t h\", \"th e\"", string pre = """{"type": "ByteLevel", "add_prefix_space": false, "use_regex": true}""", string extra = "") =>
        $$"""
        {"version": "1.0",
        "added_tokens": [{"id": 258, "content": "<|end|>", "special": true}],
        "normalizer": null,
        "pre_tokenizer": {{pre}},
        "model": {"type": "BPE", {{extra}}"vocab": {{Vocabulary()}},
        "merges": [
        {{merges}}]
        }
        }
        """.ReplaceLineEndings("\n");

    private KazakhSubwordTokenizer Load(string json)
    {
        string path = Path.Combine(_folder, "tokenizer.json");
        File.WriteAllText(path, json);
        return KazakhSubwordTokenizer.Load(path);
    }

    private void AssertRefused(string json, string reason, string? faultyLine)
    {
        string line = faultyLine is null ? "tokenizer.json" : $"line {json[..json.IndexOf(faultyLine, StringComparison.Ordinal)].Count(c => c == '\n') + 1}";
        InvalidDataException? fault = Assert.Throws<InvalidDataException>(() => Load(json));
        Assert.That(fault!.Message, Does.Contain(reason).And.Contain("tokenizer.json").And.Match($"{Regex.Escape(line)}\\b"));
    }
}
