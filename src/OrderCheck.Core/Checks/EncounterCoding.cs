using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The mother's own codes, not her infants', and what was charged to her.</summary>
internal sealed class EncounterCoding(Release release, EncounterState state) : CodingFacts
{
    private readonly Dictionary<string, CodeRanges> _lists = new(StringComparer.Ordinal);
    private List<(string Code, string Name)>? _charged;

    public override bool HasPrincipal => FindDiagnosis(null, principal: true) is not null;

    public override string? Diagnosis(string? codes) => codes is null ? null : FindDiagnosis(codes, principal: false);

    public override string? Principal(string? codes) => codes is null ? null : FindDiagnosis(codes, principal: true);

    public override string? Procedure(string? codes) => FindProcedure(codes, main: false);

    public override string? MainProcedure(string? codes) => FindProcedure(codes, main: true);

    public override string? Charged(string? items)
    {
        foreach (var (code, name) in _charged ??= ReadCharged())
        {
            var rest = items.AsSpan();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf(CodeRanges.Separator);
                var prefix = (end < 0 ? rest : rest[..end]).Trim();
                if (!prefix.IsEmpty && code.AsSpan().StartsWith(prefix, StringComparison.Ordinal))
                    return name;
                rest = end < 0 ? [] : rest[(end + 1)..];
            }
        }
        return null;
    }

    /// <param name="codes">Null: any.</param>
    private string? FindDiagnosis(string? codes, bool principal)
    {
        foreach (var diagnosis in state.Stay.Diagnoses)
        {
            if (diagnosis.InfantNo is null && (!principal || diagnosis.Principal) && (codes is null || ListOf(codes).Contain(diagnosis.Code)))
                return Said(diagnosis.Code, diagnosis.Name);
        }
        return null;
    }

    private string? FindProcedure(string? codes, bool main)
    {
        foreach (var procedure in state.Stay.Procedures)
        {
            if (codes is not null && (!main || procedure.Principal) && ListOf(codes).Contain(procedure.Code))
                return Said(procedure.Code, procedure.Name);
        }
        return null;
    }

    /// <summary>Rows hand their lists over as texts: each is read once in a check.</summary>
    private CodeRanges ListOf(string codes) => _lists.TryGetValue(codes, out var list) ? list : _lists[codes] = CodeRanges.Of(codes);

    private static string Said(string code, string? name) => name is null ? code : $"{code} {name}";

    /// <summary>By code, so that the same encounter is always told of the same item.</summary>
    private List<(string Code, string Name)> ReadCharged()
    {
        var charged = new List<(string Code, string Name)>();
        foreach (var (key, uses) in state.Uses.OrderBy(entry => entry.Key.ItemCode, StringComparer.Ordinal))
        {
            var quantity = 0m;
            foreach (ref readonly var use in uses.Span)
                quantity += use.Quantity;
            if (key.InfantNo is null && quantity > 0)
                charged.Add((key.ItemCode, release.Catalogue.FindItem(key.ItemCode, state.TimeZone.Day(uses.Span[^1].Moment))?.Name ?? key.ItemCode));
        }
        return charged;
    }
}
