namespace KazNlp;

/// <summary>A topic of the IPTC Media Topics taxonomy with its names.</summary>
/// <param name="Label">The short English label that models are trained with: <c>politics</c>.</param>
/// <param name="Code">The concept's code as IPTC writes it: <c>medtop:11000000</c>.</param>
/// <param name="Kazakh">The name in Kazakh.</param>
/// <param name="Russian">The name in Russian.</param>
/// <param name="English">The name in English.</param>
public sealed record MediaTopic(string Label, string Code, string Kazakh, string Russian, string English);
