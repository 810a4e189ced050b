using System.Buffers;
using System.Text.Json;

namespace KazNlp.Cli;

/// <summary>Documents as JSON, one object a line. Offsets are UTF-16 code units of the text.</summary>
internal static class AnalysisJson
{
    // Four digits are more than a model's score is worth, and half the size of a double.
    private const int ScoreDigits = 4;

    /// <summary>The whole analysis: <c>sentences</c>, <c>tokens</c>, <c>entities</c>, their <c>groups</c>, <c>roles</c>, for a document with an id <c>titleEntities</c>, and <c>topics</c>.</summary>
    /// <param name="parts">Which of them.</param>
    public static DocumentFormat Analysis(AnalysisParts parts) => (output, document, name) => JsonLine.Write(output, json =>
    {
        name?.WriteTo(json);
        WriteIf(AnalysisParts.Sentences, WriteSentences);
        WriteIf(AnalysisParts.Tokens, WriteTokens);
        WriteIf(AnalysisParts.Entities, static (json, document) => WriteEntities(json, "entities"u8, document.Entities, withGroups: true));
        WriteIf(AnalysisParts.Groups, WriteGroups);
        WriteIf(AnalysisParts.Roles, WriteRoles);
        if (name?.Property == DocumentName.Id)
        {
            WriteIf(AnalysisParts.Entities, static (json, document) => WriteEntities(json, "titleEntities"u8, document.TitleEntities, withGroups: false));
        }

        WriteIf(AnalysisParts.Topics, WriteTopics);

        void WriteIf(AnalysisParts part, Action<Utf8JsonWriter, Document> write)
        {
            if (parts.HasFlag(part))
            {
                write(json, document);
            }
        }
    });

    /// <summary>Sentences and tokens alone.</summary>
    public static void WriteTokens(IBufferWriter<byte> output, Document document, DocumentName? name) => JsonLine.Write(output, json =>
    {
        name?.WriteTo(json);
        WriteSentences(json, document);
        WriteTokens(json, document);
    });

    /// <summary>The best topic as <c>label</c> and <c>score</c>, then all <c>topics</c>.</summary>
    public static void WriteTopics(IBufferWriter<byte> output, Document document, DocumentName? name) => JsonLine.Write(output, json =>
    {
        name?.WriteTo(json);
        TopicScore best = document.Topics[0];
        json.WriteText("label"u8, best.Label);
        WriteScore(json, best.Score);
        WriteTopics(json, document);
    });

    private static void WriteSentences(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("sentences"u8);
        foreach (Sentence sentence in document.Sentences)
        {
            json.WriteStartObject();
            WriteSpan(json, sentence.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTokens(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("tokens"u8);
        foreach (Token token in document.Tokens)
        {
            json.WriteStartObject();
            WriteSpan(json, token.Span);
            json.WriteString("kind"u8, NameOf(token.Kind));
            json.WriteText("text"u8, token.Of(document.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntities(Utf8JsonWriter json, ReadOnlySpan<byte> property, IEnumerable<Entity> entities, bool withGroups)
    {
        json.WriteStartArray(property);
        foreach (Entity entity in entities)
        {
            json.WriteStartObject();
            WriteSpan(json, new TextSpan(entity.Start, entity.Length));
            json.WriteText("type"u8, entity.Type.Name);
            json.WriteText("text"u8, entity.Text);
            json.WriteText("canonical"u8, entity.Canonical);
            if (entity.CountryCode is not null)
            {
                json.WriteString("countryCode"u8, entity.CountryCode);
            }

            if (entity.SubdivisionCode is not null)
            {
                json.WriteString("subdivisionCode"u8, entity.SubdivisionCode);
            }

            if (entity.Id is not null)
            {
                json.WriteText("id"u8, entity.Id);
            }

            if (entity.Value is not null)
            {
                EntityValueJson.Write(json, "value"u8, entity.Value);
            }

            if (withGroups)
            {
                json.WriteNumber("groupId"u8, entity.GroupId);
            }

            WriteScore(json, entity.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("groups"u8);
        foreach (EntityGroup group in document.EntityGroups)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, group.Id);
            json.WriteText("type"u8, group.Type.Name);
            json.WriteText("name"u8, group.Name);
            if (group.CountryCode is not null)
            {
                json.WriteString("countryCode"u8, group.CountryCode);
            }

            if (group.Person is { } person)
            {
                json.WriteStartObject("person"u8);
                WritePart(json, "givenName"u8, person.GivenName);
                WritePart(json, "surname"u8, person.Surname);
                WritePart(json, "patronymic"u8, person.Patronymic);
                WritePart(json, "initials"u8, person.Initials);
                WritePart(json, "gender"u8, person.Gender switch { PersonGender.Male => "male", PersonGender.Female => "female", _ => null });
                json.WriteEndObject();
            }

            json.WriteNumber("mentions"u8, group.Mentions.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        static void WritePart(Utf8JsonWriter json, ReadOnlySpan<byte> property, string? part)
        {
            if (!string.IsNullOrEmpty(part))
            {
                json.WriteText(property, part);
            }
        }
    }

    // Entities by their index.
    private static void WriteRoles(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("roles"u8);
        foreach (EntityRole role in document.Roles)
        {
            json.WriteStartObject();
            json.WriteNumber("position"u8, IndexOf(document, role.Position));
            json.WriteNumber("person"u8, IndexOf(document, role.Person));
            if (role.Body is not null)
            {
                json.WriteNumber("body"u8, IndexOf(document, role.Body));
            }

            if (role.BodyName is not null)
            {
                json.WriteText("bodyName"u8, role.BodyName);
            }

            if (role.CountryCode is not null)
            {
                json.WriteString("countryCode"u8, role.CountryCode);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static int IndexOf(Document document, Entity entity) =>
        document.Entities.AsSpan().BinarySearch(entity, Comparer<Entity>.Create((left, right) => left.Start.CompareTo(right.Start)));

    private static void WriteTopics(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("topics"u8);
        foreach (TopicScore topic in document.Topics)
        {
            json.WriteStartObject();
            json.WriteText("label"u8, topic.Label);
            json.WriteString("code"u8, topic.Code);
            WriteScore(json, topic.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("length"u8, span.Length);
    }

    private static void WriteScore(Utf8JsonWriter json, double score) => json.WriteNumber("score"u8, Math.Round(score, ScoreDigits));

    private static ReadOnlySpan<byte> NameOf(TokenKind kind) => kind switch
    {
        TokenKind.Word => "word"u8,
        TokenKind.Number => "number"u8,
        TokenKind.Punctuation => "punctuation"u8,
        TokenKind.Symbol => "symbol"u8,
        TokenKind.Url => "url"u8,
        TokenKind.Email => "email"u8,
        TokenKind.Hashtag => "hashtag"u8,
        TokenKind.Mention => "mention"u8,
        TokenKind.Emoji => "emoji"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No token has this kind."),
    };
}
