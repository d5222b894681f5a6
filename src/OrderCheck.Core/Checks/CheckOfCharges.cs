using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Checks;

/// <summary>One judgement of charges, as if all of the posting were recorded: their order among themselves does not matter.</summary>
internal sealed class CheckOfCharges
{
    private readonly Release _release;
    private readonly EncounterState _before;
    private readonly EncounterState _after;
    private readonly IReadOnlyList<Charge> _charges;
    private readonly Reader _reader;
    private readonly OrderPlan _plan;
    private readonly Timelines _timelines;
    private readonly CheckParts _parts;

    public CheckOfCharges(
        string checkId, Release release, HospitalDictionary dictionary, EncounterState before, EncounterState after, IReadOnlyList<Charge> charges,
        DateTimeOffset now, Reader reader)
    {
        (_release, _before, _after, _charges, _reader) = (release, before, after, charges, reader);
        _plan = before.PlanOf(release, dictionary, now);
        var nothing = new JudgedPlan();
        _timelines = new Timelines(_after, _plan, nothing);
        _parts = new CheckParts(checkId, release, dictionary, before, Stage.Charge, now, _timelines, HerbPrescription.SignedIn(before.Orders), nothing, [], _after, _plan);
    }

    public CheckAnswer Answer()
    {
        PayerChange.SetBefore(_parts.Payer, _before, _release.Codes);
        foreach (var charge in _charges)
        {
            // Behind a check, which somebody waits for at a screen.
            Courtesy.PauseOften();
            if (charge.RefundOf is null && charge.Quantity > 0)
                _parts.Judge(charge);
        }
        var before = BudgetStanding.Before(_before, _plan);
        var charged = _charges.Where(charge => charge.ItemCode is not null).Select(charge => new UseKey(charge.InfantNo, charge.ItemCode!)).Distinct();
        var after = BudgetStanding.After(_before, _plan, _after.Totals.Total, _timelines, charged);
        return _parts.Answer(before, after, _reader);
    }
}
