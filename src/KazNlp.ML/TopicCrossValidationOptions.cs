namespace KazNlp;

/// <summary>What <see cref="KazakhTopicTrainer.CrossValidate"/> holds out. Immutable; change it with <c>o => o with { … }</c>.</summary>
public sealed record TopicCrossValidationOptions
{
    /// <summary>Whether each <see cref="TopicExample.Source"/> is held out as a whole, in place of folds in which each label is spread evenly; shows whether a model reads the source or the subject.</summary>
    public bool BySource { get; init; }

    /// <summary>Whether attributions to agencies, names of sites and reporters, buttons and counters are counted too; shows what leaving them out changes.</summary>
    public bool KeepBoilerplate { get; init; }
}
