using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Checks;

/// <summary>The herb pieces that the judged line is prescribed with.</summary>
/// <param name="orders">
/// This call's orders, and the signed ones with a prescription number that it does not replace. Which pieces a signed one without a
/// number was prescribed with, nobody knows any more.
/// </param>
internal sealed class HerbPrescription(Release release, HospitalDictionary dictionary, IReadOnlyList<Order> orders) : PrescriptionFacts
{
    private Order? _order;
    private DateOnly _day;
    private KnowledgeRow? _row;

    /// <summary>The signed pieces whose prescription is known.</summary>
    public static Order[] SignedIn(OrderBook book) =>
        [.. book.Orders.Values.Where(known => known.Planned && known.Order is { Kind: OrderKind.Herb, PrescriptionNumber: not null }).Select(known => known.Order)];

    /// <param name="order">Null where the line is a charge whose order is not known.</param>
    public void Set(Order? order, DateOnly day) => (_order, _day) = (order, day);

    public void Set(KnowledgeRow row) => _row = row;

    public override bool? OnlyListedPieces
    {
        get
        {
            if (Known is not { } line || _row is not NotPayableItem listed)
                return null;
            bool? all = true;
            foreach (var piece in orders)
            {
                if (!SamePrescription(piece, line))
                    continue;
                if (dictionary.CodeOf(piece) is not { } code)
                    all = null;
                else if (!IsListed(code, listed.Mode))
                    return false;
            }
            return all;
        }
    }

    /// <summary>Pieces whose code maps to nothing are told apart by the hospital's own.</summary>
    public override int? Pieces
    {
        get
        {
            if (Known is not { } line)
                return null;
            var count = 0;
            for (var i = 0; i < orders.Count; i++)
            {
                if (SamePrescription(orders[i], line) && !NamedBefore(i, line))
                    count++;
            }
            return count;
        }
    }

    public override decimal? GramsOfItem => Sum(ownOnly: true, allSets: false);

    public override decimal? GramsPerSet => Sum(ownOnly: false, allSets: false);

    public override decimal? Grams => Sum(ownOnly: false, allSets: true);

    /// <summary>A piece of the line's prescription that is one of these items, but not the line's own; the first by code.</summary>
    public Party? Find(ReadOnlySpan<RelatedItem> items)
    {
        if (Known is not { } line)
            return null;
        var own = dictionary.CodeOf(line);
        (Order Piece, string Code)? found = null;
        foreach (var piece in orders)
        {
            if (SamePrescription(piece, line) && dictionary.CodeOf(piece) is { } code && code != own && IsOneOf(items, code)
                && (found is not { } known || string.CompareOrdinal(code + piece.Id, known.Code + known.Piece.Id) < 0))
                found = (piece, code);
        }
        return found is { } other
            ? new Party(
                other.Piece.Id, null, other.Code, release.Catalogue.FindItem(other.Code, _day)?.Name ?? other.Piece.ItemName,
                dictionary.Hospital.TimeZone.Local(other.Piece.StartAt))
            : null;
    }

    /// <summary>The judged piece; null where it is none, or its prescription is not known.</summary>
    private Order? Known => _order is { Kind: OrderKind.Herb } line && (line.PrescriptionNumber is not null || orders.Contains(line)) ? line : null;

    private bool IsOneOf(ReadOnlySpan<RelatedItem> items, string code)
    {
        foreach (ref readonly var item in items)
        {
            if (item.Matches(code) && item.InForce(_day))
                return true;
        }
        return false;
    }

    /// <summary>Null where a dose is not by weight, or the sets are not known where all count.</summary>
    private decimal? Sum(bool ownOnly, bool allSets)
    {
        if (Known is not { } line)
            return null;
        var (own, sum) = (ownOnly ? NameOf(line) : null, 0m);
        foreach (var piece in orders)
        {
            if (!SamePrescription(piece, line) || (ownOnly && NameOf(piece) != own))
                continue;
            if ((allSets ? HerbQuantity.Grams(piece) : HerbQuantity.GramsOfASet(piece)) is { } grams)
                sum += grams;
            else if (!KnownPart)
                return null;
        }
        return sum;
    }

    private bool NamedBefore(int place, Order line)
    {
        for (var i = 0; i < place; i++)
        {
            if (SamePrescription(orders[i], line) && NameOf(orders[i]) == NameOf(orders[place]))
                return true;
        }
        return false;
    }

    private string? NameOf(Order piece) => dictionary.CodeOf(piece) ?? piece.ItemHospitalCode;

    /// <summary>Pieces without a prescription number are one prescription where they come in one call.</summary>
    private static bool SamePrescription(Order piece, Order line) =>
        piece.Kind == OrderKind.Herb && piece.PrescriptionNumber == line.PrescriptionNumber && piece.InfantNo == line.InfantNo;

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
