using System.Text.RegularExpressions;

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

    [TestCase("\"normalizer\": null", "\"normalizer\": {\"type\": \"Lowercase\"}", "normalizer")]
    [TestCase("\"type\": \"BPE\"", "\"type\": \"WordPiece\"", "WordPiece")]
    [TestCase("\"add_prefix_space\": false", "\"add_prefix_space\": true", "add_prefix_space")]
    [TestCase("\"type\": \"ByteLevel\"", "\"type\": \"Metaspace\"", "Metaspace")]
    public void What_would_give_other_ids_is_refused_by_name(string old, string changed, string reason) =>
        AssertRefused(TokenizerJson().Replace(old, changed, StringComparison.Ordinal), reason, null);

    [Test]
    public void A_faulty_line_of_the_merges_file_is_named()
    {
        string[] paths = [Path.Combine(_folder, "vocab.json"), Path.Combine(_folder, "merges.txt")];
        File.WriteAllText(paths[0], Vocabulary());
        File.WriteAllText(paths[1], "#version: 0.2\nt h\nthe\n");
        Assert.That(() => KazakhSubwordTokenizer.Load(paths[0], paths[1]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("merges.txt, line 3"));
    }

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
