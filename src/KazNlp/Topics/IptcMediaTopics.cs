using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace KazNlp;

/// <summary>
/// The seventeen top-level topics of IPTC Media Topics, the subject taxonomy by which news agencies file. Thread-safe.
/// </summary>
/// <remarks>Codes and English names: IPTC NewsCodes, Media Topics, <c>http://cv.iptc.org/newscodes/mediatopic/</c>. The Kazakh and Russian names are ours.</remarks>
public static class IptcMediaTopics
{
    /// <summary>All topics, by code.</summary>
    public static ImmutableArray<MediaTopic> All { get; } =
    [
        new("culture", "medtop:01000000", "мәдениет, өнер, ойын-сауық және БАҚ", "культура, искусство, развлечения и СМИ", "arts, culture, entertainment and media"),
        new("crime", "medtop:02000000", "қылмыс, заң және сот төрелігі", "преступность, закон и правосудие", "crime, law and justice"),
        new("disaster", "medtop:03000000", "апат, жазатайым оқиға және төтенше жағдай", "катастрофы, происшествия и чрезвычайные ситуации", "disaster, accident and emergency incident"),
        new("economy", "medtop:04000000", "экономика, бизнес және қаржы", "экономика, бизнес и финансы", "economy, business and finance"),
        new("education", "medtop:05000000", "білім беру", "образование", "education"),
        new("environment", "medtop:06000000", "қоршаған орта", "окружающая среда", "environment"),
        new("health", "medtop:07000000", "денсаулық", "здоровье", "health"),
        new("human_interest", "medtop:08000000", "адамдар туралы қызық оқиғалар", "истории о людях", "human interest"),
        new("labour", "medtop:09000000", "еңбек", "труд", "labour"),
        new("lifestyle", "medtop:10000000", "өмір салты және бос уақыт", "образ жизни и досуг", "lifestyle and leisure"),
        new("politics", "medtop:11000000", "саясат және мемлекеттік басқару", "политика и государственное управление", "politics and government"),
        new("religion", "medtop:12000000", "дін", "религия", "religion"),
        new("science", "medtop:13000000", "ғылым және технология", "наука и технологии", "science and technology"),
        new("society", "medtop:14000000", "қоғам", "общество", "society"),
        new("sport", "medtop:15000000", "спорт", "спорт", "sport"),
        new("conflict", "medtop:16000000", "қақтығыс, соғыс және бейбітшілік", "конфликты, война и мир", "conflict, war and peace"),
        new("weather", "medtop:17000000", "ауа райы", "погода", "weather"),
    ];

    private static readonly FrozenDictionary<string, MediaTopic> ByLabel = All.ToFrozenDictionary(topic => topic.Label, StringComparer.Ordinal);

    /// <summary>Finds a topic by its label; labels are compared ordinally.</summary>
    /// <returns>False for <see cref="TopicScore.None"/> and for labels that are not of the taxonomy.</returns>
    public static bool TryGet(string label, [NotNullWhen(true)] out MediaTopic? topic) => ByLabel.TryGetValue(label, out topic);
}
