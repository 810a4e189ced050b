using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace KazNlp.Cli;

/// <summary>
/// Analyses as one page of HTML that needs no network and runs no script: the text as it is, entities marked by class, their canonical names on hover.
/// Write <see cref="Begin"/>, any number of documents, and <see cref="End"/>.
/// </summary>
internal static class HtmlPage
{
    // Classes by kind: who, where, what, when and how much. Neighbours in a text are mostly of different kinds, so the hues of one kind may be close.
    private static readonly (string Class, int Hue)[] Hues =
    [
        ("PERSON", 212), ("POSITION", 232), ("NORP", 190), ("NON_HUMAN", 200),
        ("GPE", 140), ("LOCATION", 165), ("FACILITY", 110),
        ("ORGANISATION", 28), ("PRODUCT", 12), ("PROJECT", 18), ("EVENT", 340), ("ART", 322), ("LAW", 300), ("LANGUAGE", 280), ("DISEASE", 0), ("ADAGE", 312), ("MISCELLANEOUS", 350),
        ("DATE", 52), ("TIME", 62), ("MONEY", 84), ("PERCENTAGE", 92), ("QUANTITY", 74), ("CARDINAL", 258), ("ORDINAL", 268), ("CONTACT", 180),
    ];

    private static readonly FrozenSet<string> Known = Hues.Select(hue => hue.Class).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Style = """
        :root{color-scheme:light dark;--back:#fff;--fore:#1c1c1e;--soft:#6a6a70;--line:#dcdce0;--light:88%;--strong:38%;--fill:75%}
        @media(prefers-color-scheme:dark){:root{--back:#17181a;--fore:#e6e6e8;--soft:#a0a0a8;--line:#3a3b40;--light:24%;--strong:65%;--fill:45%}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:46rem;background:var(--back);color:var(--fore);font:1.0625rem/1.75 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
        article+article{margin-top:3rem;border-top:2px solid var(--line);padding-top:2rem}
        h1{font-size:1.5rem;line-height:1.3;margin:.2rem 0 .8rem;white-space:pre-wrap}
        .name{color:var(--soft);font-size:.9rem}
        .topics,.legend{display:flex;flex-wrap:wrap;gap:.3rem .5rem;list-style:none;margin:.5rem 0;padding:0;font-size:.85rem;line-height:1.5}
        .topics li{border:1px solid var(--line);border-radius:1rem;padding:0 .7rem}
        .text{white-space:pre-wrap;margin:1rem 0}
        .sentence:hover{background:color-mix(in srgb,var(--fore) 5%,transparent)}
        mark{--hue:0;--sat:var(--fill);color:inherit;background:hsl(var(--hue) var(--sat) var(--light));border-bottom:2px solid hsl(var(--hue) var(--sat) var(--strong));border-radius:.2rem;padding:.05em .15em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        mark.other{--sat:0%}
        table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
        td,th{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);font-weight:inherit}
        thead{color:var(--soft)}td:last-child,th:last-child{text-align:right;padding-right:0}
        summary{cursor:pointer;color:var(--soft);font-size:.9rem}
        @media print{.sentence:hover{background:none}details{display:none}}
        """ + string.Concat(Hues.Select(hue => $"\nmark.{hue.Class}{{--hue:{hue.Hue.ToString(CultureInfo.InvariantCulture)}}}"));

    /// <summary>What stands before the documents.</summary>
    public static ReadOnlyMemory<byte> Begin { get; } = Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="kk">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>KazNlp</title>
        <style>
        {Style}
        </style>
        </head>
        <body>

        """.ReplaceLineEndings("\n"));

    /// <summary>What stands behind them.</summary>
    public static ReadOnlyMemory<byte> End { get; } = "</body>\n</html>\n"u8.ToArray();

    /// <summary>Writes one document as an article.</summary>
    public static void WriteDocument(IBufferWriter<byte> output, Document document, DocumentName? name)
    {
        output.Write("<article>\n<header>\n"u8);
        if (name is { } known)
        {
            output.Write("<div class=\"name\">"u8);
            HtmlText.Write(output, known.Text);
            output.Write("</div>\n"u8);
        }

        if (document.Title is { } title)
        {
            output.Write("<h1>"u8);
            WriteMarked(output, title, 0, title.Length, document.TitleEntities.AsSpan());
            output.Write("</h1>\n"u8);
        }

        WriteTopics(output, document);
        WriteLegend(output, document);
        output.Write("</header>\n<div class=\"text\">"u8);
        WriteSentences(output, document);
        output.Write("</div>\n"u8);
        WriteNames(output, document);
        output.Write("</article>\n"u8);
    }

    private static void WriteTopics(IBufferWriter<byte> output, Document document)
    {
        output.Write("<ul class=\"topics\">"u8);
        foreach (TopicScore topic in document.Topics)
        {
            output.Write("<li title=\""u8);
            HtmlText.Write(output, topic.Code ?? string.Empty);
            output.Write("\">"u8);
            HtmlText.Write(output, string.Create(CultureInfo.InvariantCulture, $"{topic.Label} {topic.Score:0.00}"));
            output.Write("</li>"u8);
        }

        output.Write("</ul>\n"u8);
    }

    private static void WriteLegend(IBufferWriter<byte> output, Document document)
    {
        output.Write("<ul class=\"legend\">"u8);
        foreach (IGrouping<string, Entity> kind in document.TitleEntities.Concat(document.Entities).GroupBy(entity => entity.Type.Name).OrderByDescending(kind => kind.Count()))
        {
            output.Write("<li>"u8);
            BeginMark(output, kind.Key);
            output.Write(">"u8);
            HtmlText.Write(output, kind.Key);
            output.Write("</mark> "u8);
            HtmlText.Write(output, kind.Count().ToString(CultureInfo.InvariantCulture));
            output.Write("</li>"u8);
        }

        output.Write("</ul>\n"u8);
    }

    private static void WriteSentences(IBufferWriter<byte> output, Document document)
    {
        int written = 0;
        int next = 0;
        ReadOnlySpan<Entity> entities = document.Entities.AsSpan();
        foreach (Sentence sentence in document.Sentences)
        {
            HtmlText.Write(output, document.Text.AsSpan(written, sentence.Start - written));
            int first = next;
            while (next < entities.Length && entities[next].End <= sentence.End)
            {
                next++;
            }

            output.Write("<span class=\"sentence\">"u8);
            WriteMarked(output, document.Text, sentence.Start, sentence.End, entities[first..next]);
            output.Write("</span>"u8);
            written = sentence.End;
        }

        HtmlText.Write(output, document.Text.AsSpan(written));
    }

    private static void WriteMarked(IBufferWriter<byte> output, string text, int start, int end, ReadOnlySpan<Entity> entities)
    {
        foreach (Entity entity in entities)
        {
            HtmlText.Write(output, text.AsSpan(start, entity.Start - start));
            BeginMark(output, entity.Type.Name);
            output.Write(" title=\""u8);
            WriteDescription(output, entity);
            output.Write("\">"u8);
            HtmlText.Write(output, entity.Text);
            output.Write("</mark>"u8);
            start = entity.End;
        }

        HtmlText.Write(output, text.AsSpan(start, end - start));
    }

    private static void BeginMark(IBufferWriter<byte> output, string type)
    {
        output.Write("<mark class=\""u8);
        HtmlText.Write(output, Known.Contains(type) ? type : "other");
        output.Write("\""u8);
    }

    // GPE · Астана · Қазақстан (KZ); DATE · 22 тамыз · 2025-08-22; the user's identifier at the end.
    private static void WriteDescription(IBufferWriter<byte> output, Entity entity)
    {
        HtmlText.Write(output, entity.Type.Name);
        foreach (string? part in (string?[])[entity.Canonical, CountryOf(entity.CountryCode), entity.Value?.ToString(), entity.Id])
        {
            if (part is not null)
            {
                output.Write(" · "u8);
                HtmlText.Write(output, part);
            }
        }
    }

    private static void WriteNames(IBufferWriter<byte> output, Document document)
    {
        output.Write("<details>\n<summary>"u8);
        HtmlText.Write(output, document.EntityGroups.Length.ToString(CultureInfo.InvariantCulture));
        output.Write(" names</summary>\n<table>\n<thead><tr><th>class</th><th>name</th><th>country</th><th>mentions</th></tr></thead>\n"u8);
        foreach (EntityGroup group in document.EntityGroups)
        {
            output.Write("<tr><td>"u8);
            BeginMark(output, group.Type.Name);
            output.Write(">"u8);
            HtmlText.Write(output, group.Type.Name);
            output.Write("</mark></td><td>"u8);
            HtmlText.Write(output, group.Name);
            output.Write("</td><td>"u8);
            HtmlText.Write(output, CountryOf(group.CountryCode));
            output.Write("</td><td>"u8);
            HtmlText.Write(output, group.Mentions.Length.ToString(CultureInfo.InvariantCulture));
            output.Write("</td></tr>\n"u8);
        }

        output.Write("</table>\n</details>\n"u8);
    }

    private static string? CountryOf(string? code) => code is not null && Countries.TryGet(code, out Country? country) ? $"{country.Name} ({code})" : code;
}
