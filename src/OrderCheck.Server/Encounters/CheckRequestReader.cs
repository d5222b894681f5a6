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
        var cards = Cards(reader, request.MaxCards);
        return new CheckRequest(
            FactReader.Orders(reader, request.Orders),
            request.Stage == Proto.Stage.Unspecified ? Stage.Order : (Stage)(int)request.Stage,
            cards);
    }

    public static CheckRequest Read(FieldReader reader, Proto.CheckEncounterRequest request)
    {
        if (request.Stage is not (Proto.Stage.Registration or Proto.Stage.Discharge))
            reader.Refuse("stage", request.Stage == Proto.Stage.Unspecified ? "is required" : $"{(int)request.Stage} is of orders, or unknown", "STAGE_REGISTRATION or STAGE_DISCHARGE");
        return new CheckRequest([], (Stage)(int)request.Stage, Cards(reader, request.MaxCards));
    }

    private static int Cards(FieldReader reader, int asked)
    {
        return reader.Whole("max_cards", asked, 0, MostCards);
    }
}
