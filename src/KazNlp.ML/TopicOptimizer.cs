namespace KazNlp;

/// <summary>Which optimiser of ML.NET trains the maximum-entropy model.</summary>
public enum TopicOptimizer
{
    /// <summary>Limited-memory BFGS over the whole data: the default, exact and the same on every run.</summary>
    Lbfgs,

    /// <summary>Stochastic dual coordinate ascent, on one thread so that it is the same on every run.</summary>
    Sdca,
}
