using System.Diagnostics.CodeAnalysis;

namespace OrderCheck.Core.Knowledge;

/// <summary>A treatment that is ordered and charged by body site, point or field: radiotherapy, rehabilitation, acupuncture.</summary>
public sealed class SiteNeed : KnowledgeRow
{
    public const string Points = "穴位";
    public const string Fields = "照射野";

    /// <summary>部位, 穴位 or 照射野: what is counted.</summary>
    public required string What { get; init; }

    /// <summary>穴位 or 部位: what is named on order and charge; of fields it is the site.</summary>
    public string Place => What == Points ? Points : "部位";

    /// <summary>How many of them one billed unit is for ("5个穴位": 5); null where the billed unit is the execution.</summary>
    public int? PerUnit { get; init; }

    public string CountedIn => PerUnit is null ? "个" : "个计价单位";

    internal override string Sameness => $"{What}|{PerUnit}";

    /// <summary>Whether every charged site or point is one of the ordered ones; allocates nothing.</summary>
    /// <param name="ordered">With 、 between them.</param>
    /// <param name="charged">With 、 between them; "" is covered.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Rule text asks the row.")]
    public bool Covers(string ordered, string charged)
    {
        var all = charged.AsSpan();
        foreach (var part in all.Split(Words.Separator))
        {
            if (!all[part].IsEmpty && !Has(ordered, all[part]))
                return false;
        }
        return true;
    }

    private static bool Has(ReadOnlySpan<char> ordered, ReadOnlySpan<char> site)
    {
        foreach (var part in ordered.Split(Words.Separator))
        {
            if (ordered[part].SequenceEqual(site))
                return true;
        }
        return false;
    }
}
