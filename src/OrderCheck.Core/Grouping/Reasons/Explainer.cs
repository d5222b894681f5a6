using System.Collections.Immutable;
using OrderCheck.Core.Grouping.Language;

namespace OrderCheck.Core.Grouping.Reasons;

/// <summary>Groups a case on the same way as <see cref="Grouper"/> and says why. One explainer a thread.</summary>
public sealed class Explainer(GroupingScheme scheme)
{
    private readonly Grouper _grouper = new(scheme);
    private readonly List<TriedRow> _tried = new(128);

    public GroupExplanation Explain(GroupingCase @case)
    {
        _tried.Clear();
        _grouper.Load(@case);
        var facts = _grouper.Facts;
        facts.CountComplications();
        var record = new Recorded(_tried);
        var result = _grouper.Decide(ref record);
        var explanation = new GroupExplanation(
            result,
            Readings(scheme.Diagnoses, @case.Diagnoses, facts.Diagnoses),
            Readings(scheme.Procedures, @case.Procedures, facts.Procedures),
            [.. _tried],
            Hits(facts),
            Complications(facts),
            Switches(facts),
            []);
        // The scratch is used anew from here on.
        return explanation with { Neighbours = Neighbours(@case, result) };
    }

    private static ImmutableArray<CodeReading> Readings(CodeBook book, ImmutableArray<string> written, ReadOnlySpan<int> ordinals)
    {
        var readings = ImmutableArray.CreateBuilder<CodeReading>(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            var ordinal = ordinals[at];
            readings.Add(ordinal < 0
                ? new CodeReading(written[at], null, "", false, false)
                : new CodeReading(written[at], book.CodeAt(ordinal), book.NameAt(ordinal), book.CodeAt(ordinal) != written[at], book.IsGrey(ordinal)));
        }
        return readings.MoveToImmutable();
    }

    private ImmutableArray<CodeHit> Hits(CaseFacts facts)
    {
        var hits = ImmutableArray.CreateBuilder<CodeHit>();
        foreach (var (row, held) in _tried)
            if (held)
                AddHits(row, row.Node, facts, hits);
        return hits.DrainToImmutable();
    }

    private void AddHits(SchemeRow row, RuleNode node, CaseFacts facts, ImmutableArray<CodeHit>.Builder hits)
    {
        switch (node)
        {
            case RuleNode.All all:
                foreach (var part in all.Parts)
                    AddHits(row, part, facts, hits);
                break;
            case RuleNode.Any any:
                foreach (var part in any.Parts)
                    AddHits(row, part, facts, hits);
                break;
            case RuleNode.Membership membership:
                AddHits(row, membership.Variables, membership.Sets, facts, hits);
                break;
            case RuleNode.HitCount count:
                AddHits(row, count.Variables, count.Sets, facts, hits);
                break;
        }
    }

    private void AddHits(
        SchemeRow row, CodeVariables variables, ImmutableArray<SetName> sets, CaseFacts facts, ImmutableArray<CodeHit>.Builder hits)
    {
        var ofProcedures = (variables & CodeVariables.Procedures) != 0;
        var book = ofProcedures ? scheme.Procedures : scheme.Diagnoses;
        var ordinals = ofProcedures ? facts.Procedures : facts.Diagnoses;
        var principal = (variables & (CodeVariables.PrincipalDiagnosis | CodeVariables.PrincipalProcedure)) != 0;
        var others = (variables & (CodeVariables.OtherDiagnoses | CodeVariables.OtherProcedures)) != 0;
        foreach (var set in sets)
        {
            if (set.IsComplication)
                continue;
            var bit = scheme.BitOf(set.Name);
            for (var at = principal ? 0 : 1; at < (others ? ordinals.Length : Math.Min(1, ordinals.Length)); at++)
                if (ordinals[at] >= 0 && book.IsIn(ordinals[at], bit))
                    hits.Add(new CodeHit(row, set.Name, book.CodeAt(ordinals[at])));
        }
    }

    private ImmutableArray<ComplicationNote> Complications(CaseFacts facts)
    {
        var notes = ImmutableArray.CreateBuilder<ComplicationNote>();
        for (var at = 1; at < facts.DiagnosisCount; at++)
        {
            var code = facts.Diagnoses[at];
            if (code < 0 || scheme.Complications.LevelOf(code) is var level && level == ComplicationLevel.None)
                continue;
            var exclusion = facts.IsExcluded(code) ? scheme.Exclusions[scheme.Complications.ExclusionOf(code)] : null;
            notes.Add(new ComplicationNote(scheme.Diagnoses.CodeAt(code), scheme.Diagnoses.NameAt(code), scheme.Complications.LevelOf(code), exclusion));
        }
        return notes.DrainToImmutable();
    }

    private ImmutableArray<PolicySwitch> Switches(CaseFacts facts)
    {
        var switches = ImmutableArray.CreateBuilder<PolicySwitch>();
        foreach (var (row, held) in _tried)
        {
            if (row is { Switch: { } policy, Alternative: { } alternative } && alternative.Holds(facts) != held && !switches.Contains(policy))
                switches.Add(policy);
            if (row.AsksAllProcedures && !switches.Contains(PolicySwitch.OpAllSet) && ListsDisagree(facts))
                switches.Add(PolicySwitch.OpAllSet);
        }
        return switches.DrainToImmutable();
    }

    /// <summary>Whether the lists that OP_ALL can stand for disagree on the principal procedure.</summary>
    private bool ListsDisagree(CaseFacts facts)
    {
        if (facts.ProcedureCount == 0 || facts.Procedures[0] < 0)
            return false;
        var principal = facts.Procedures[0];
        var listed = scheme.AllProcedures.Count(bit => scheme.Procedures.IsIn(principal, bit));
        return listed > 0 && listed < scheme.AllProcedures.Length;
    }

    private ImmutableArray<Neighbour> Neighbours(GroupingCase @case, GroupResult own)
    {
        var neighbours = ImmutableArray.CreateBuilder<Neighbour>();
        for (var at = 1; at < @case.Procedures.Length; at++)
        {
            var swapped = @case.Procedures.ToBuilder();
            (swapped[0], swapped[at]) = (swapped[at], swapped[0]);
            var result = _grouper.Group(@case with { Procedures = swapped.DrainToImmutable() });
            if (result.Drg != own.Drg)
                neighbours.Add(new Neighbour(@case.Procedures[at], result));
        }
        return neighbours.DrainToImmutable();
    }
}
