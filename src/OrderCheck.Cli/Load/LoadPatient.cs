using Google.Protobuf.WellKnownTypes;
using OrderCheck.Cli.Simulation;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Cli.Load;

/// <summary>One inpatient of a measurement.</summary>
/// <param name="History">The writes that bring the encounter to where it is checked.</param>
/// <param name="Five">The check of five orders.</param>
/// <param name="Fifty">The check of fifty orders.</param>
/// <param name="Lines">Twenty charges to post, without ids of their own.</param>
internal sealed record LoadPatient(
    string VisitNumber, IReadOnlyList<WireRequest> History, CheckOrdersRequest Five, CheckOrdersRequest Fifty, IReadOnlyList<Charge> Lines)
{
    /// <summary>A call that posts the twenty lines under new ids.</summary>
    public PostChargesRequest Post(string requestId)
    {
        var now = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var request = new PostChargesRequest { Encounter = new EncounterRef { VisitNumber = VisitNumber }, RequestId = requestId };
        for (var line = 0; line < Lines.Count; line++)
        {
            var charge = Lines[line].Clone();
            charge.Id = $"{requestId}-{line}";
            charge.OrderId = "";
            charge.OccurredAt = now;
            // So little that posting it hundreds of times on a day stays below what a day may have.
            (charge.Quantity, charge.Amount) = ("0.0001", "0.01");
            request.Charges.Add(charge);
        }
        return request;
    }
}
