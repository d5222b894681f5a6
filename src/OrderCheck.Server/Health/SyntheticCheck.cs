using OrderCheck.Core.Amounts;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Server.Health;

/// <summary>One check of an order of the release's own catalogue for nobody, before the first doctor asks.</summary>
internal static class SyntheticCheck
{
    /// <exception cref="InvalidOperationException">The release does not judge.</exception>
    public static CheckAnswer Run(Release release, DateTimeOffset now)
    {
        var hospital = new Hospital("synthetic", "synthetic", 3, "综合", Hospital.FindTimeZone(Hospital.DefaultTimeZoneId));
        var state = EncounterState.Empty(new EncounterKey(hospital.Code, "synthetic"), hospital.TimeZone);
        var order = new Order
        {
            Id = "synthetic",
            Kind = OrderKind.Service,
            ItemCode = release.Catalogue.Codes.Order(StringComparer.Ordinal).FirstOrDefault() ?? "synthetic",
            Quantity = new Quantity(1, "次"),
            StartAt = now,
        };
        var answer = Evaluator.CheckOrders("synthetic", release, HospitalDictionary.Empty(hospital), state, new CheckRequest([order], Stage.Order), now);
        return answer.State == CheckState.Unchecked
            ? throw new InvalidOperationException($"The synthetic check was not judged: {string.Join(", ", answer.StateReasons.Select(static r => r.Code))}.")
            : answer;
    }
}
