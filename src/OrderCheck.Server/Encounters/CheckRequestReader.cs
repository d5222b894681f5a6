using OrderCheck.Core.Checks;
using OrderCheck.Ledger.Wire;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Server.Encounters;

internal static class CheckRequestReader
{
    private const int MostCards = 200;

    public static CheckRequest Read(FieldReader reader, Proto.CheckOrdersRequest request)
    {
        if (request.Stage is < Proto.Stage.Unspecified or > Proto.Stage.Charge)
            reader.Refuse("stage", $"{(int)request.Stage} is unknown", "STAGE_ORDER, STAGE_VERIFY, STAGE_CHARGE, or nothing");
        var cards = reader.Whole("max_cards", request.MaxCards, 0, MostCards);
        return new CheckRequest(
            FactReader.Orders(reader, request.Orders),
            request.Stage == Proto.Stage.Unspecified ? Stage.Order : (Stage)(int)request.Stage,
            cards == 0 ? CheckRequest.DefaultMaxCards : cards);
    }
}
