using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;

namespace OrderCheck.Ledger.Tests.Contract;

/// <summary>Facts and units of a case, with as few words as possible.</summary>
internal static class Units
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8));
    public static readonly Caller His = new("H31010400001", Role.His, "0301", "D0007");

    public static Charge Charge(string id, decimal yuan = 12.34m, DateTimeOffset? at = null) => new()
    {
        Id = id,
        OccurredAt = at ?? Morning,
        ItemCode = "110200001",
        Quantity = 1,
        Unit = "次",
        UnitPrice = Money.FromYuan(yuan),
        Amount = Money.FromYuan(yuan),
    };

    public static OrderSigned Signed(string id, int revision = 0, int days = 3) =>
        new(
            new Order { Id = id, Revision = revision, Kind = OrderKind.Service, ItemCode = "110200001", Days = days, StartAt = Morning },
            CheckId: null,
            Covered: false)
        {
            Id = id,
            Revision = revision,
            OccurredAt = Morning,
        };

    public static AppendUnit Of(long encounter, LedgerHead head, params Fact[] facts) => Request(Guid.NewGuid().ToString("N"), encounter, head, facts);

    public static AppendUnit Request(string requestId, long encounter, LedgerHead head, params Fact[] facts) => new()
    {
        Encounter = encounter,
        RequestId = requestId,
        RequestHash = SHA256.HashData(Encoding.UTF8.GetBytes(requestId)).AsMemory(0, 16),
        Expected = head,
        Facts = facts,
        By = His,
        RecordedAt = Morning.AddMinutes(1),
        Answer = Encoding.UTF8.GetBytes("answer to " + requestId),
    };
}
