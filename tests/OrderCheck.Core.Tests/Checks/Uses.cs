using OrderCheck.Core.Checks;

namespace OrderCheck.Core.Tests.Checks;

/// <summary>The window functions over a case history.</summary>
internal static class Uses
{
    public static LineUse Of(Inpatient patient, Rulebook rules, DateTimeOffset now)
    {
        var timelines = new Timelines(patient.State, patient.State.PlanOf(rules.Release, rules.Dictionary, now), new JudgedPlan());
        return new LineUse(timelines, new CountedUses(rules.Release.Catalogue, rules.Dictionary, patient.State, timelines));
    }
}
