using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The herb pieces that the judged line is prescribed with.</summary>
/// <param name="orders">This call's orders and the signed ones that it does not replace.</param>
internal sealed class HerbPrescription(Release release, HospitalDictionary dictionary, IReadOnlyList<Order> orders) : PrescriptionFacts
{
    private Order? _order;
    private DateOnly _day;
    private KnowledgeRow? _row;

    /// <param name="order">Null where the line is a charge whose order is not known.</param>
    public void Set(Order? order, DateOnly day) => (_order, _day) = (order, day);

    public void Set(KnowledgeRow row) => _row = row;

    public override bool? OnlyListedPieces
    {
        get
        {
            if (_order is not { Kind: OrderKind.Herb } line || _row is not NotPayableItem listed)
                return null;
            bool? all = true;
            foreach (var piece in orders)
            {
                if (!SamePrescription(piece, line))
                    continue;
                if (CodeOf(piece) is not { } code)
                    all = null;
                else if (!IsListed(code, listed.Mode))
                    return false;
            }
            return all;
        }
    }

    /// <summary>Pieces without a prescription number are one prescription where they come in one call.</summary>
    private static bool SamePrescription(Order piece, Order line) =>
        piece.Kind == OrderKind.Herb && piece.PrescriptionNumber == line.PrescriptionNumber && piece.InfantNo == line.InfantNo;

    private string? CodeOf(Order piece) =>
        piece.ItemCode ?? (piece.ItemHospitalCode is { } own ? dictionary.MapItem(own, dictionary.Hospital.TimeZone.Day(piece.StartAt)) : null);

    private bool IsListed(string code, string mode)
    {
        foreach (var candidate in release.CandidatesFor(code))
        {
            if (candidate.Row is NotPayableItem row && row.Mode == mode && row.InForce(_day))
                return true;
        }
        return false;
    }
}
