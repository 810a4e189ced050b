namespace KazNlp;

/// <summary>A text with its topic, for training and evaluation.</summary>
public sealed record TopicExample
{
    /// <summary>What the text is called in reports and errors; may be empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>The topic: any label, <c>none</c> for a text without a topic.</summary>
    public required string Label { get; init; }

    /// <summary>A second topic that is right too, or null.</summary>
    public string? SecondLabel { get; init; }

    /// <summary>The title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Where the text comes from; null when unknown. Cross-validation can hold out whole sources.</summary>
    public string? Source { get; init; }
}
