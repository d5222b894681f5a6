using CsCheck;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Ledger.Wire;
using Xunit;

namespace OrderCheck.Ledger.Tests.Wire;

public sealed class AnswerRoundTripTests
{
    private static readonly Gen<Party?> Party =
        from codes in Facts.Code.Array[4]
        from at in Facts.Time
        select codes[0] is null ? null : new Party(codes[0], codes[1], codes[2], codes[3], codes[1] is null ? null : at);

    private static readonly Gen<Finding> Finding =
        from id in Facts.Id
        from codes in Facts.Code.Array[5]
        from flags in Gen.Bool.Array[5]
        from domain in Facts.OneOf(Enum.GetValues<Domain>())
        from severity in Facts.OneOf(Enum.GetValues<Severity>())
        from response in Facts.OneOf(Enum.GetValues<Response>())
        from offender in Party
        from counterpart in Party
        from amount in Facts.Price
        select new Finding
        {
            Key = id,
            Rule = "sex-limit",
            Title = "性别限制",
            OfficialRuleName = codes[0],
            OfficialRuleCode = codes[1],
            Family = "限性别",
            Domain = domain,
            Severity = severity,
            Response = response,
            Message = "患者为男性",
            OfficialText = codes[2],
            Basis = codes[3],
            Offender = offender,
            Counterpart = counterpart,
            Facts = [new ComparedFact("patient.Sex", "性别", "男")],
            Amount = flags[0] ? amount : null,
            AllowedDecisions = [DecisionKind.Withdrawn, DecisionKind.MeetsLimit],
            Undetermined = flags[1],
            MissingInputs = flags[1] ? ["patient.Sex"] : [],
            MissingLabels = flags[1] ? ["患者性别"] : [],
            Folded = flags[2],
            More = flags[3],
            Trial = flags[4],
            AlsoOrderIds = [id],
        };

    private static readonly Gen<CheckAnswer> Answer =
        from id in Facts.Id
        from findings in Finding.Array[0, 4]
        from state in Facts.OneOf(Enum.GetValues<CheckState>())
        from money in Facts.Price
        from at in Facts.Time
        from known in Gen.Bool
        select new CheckAnswer
        {
            CheckId = id,
            State = state,
            StateReasons = [new StateReason("rule_failed", "规则未能执行", known ? "age-limit" : null)],
            Findings = findings,
            Flags = [new Flag("key_monitored", "重点监控", id, known ? id : null, known ? money : null)],
            BudgetBefore = known ? new BudgetProgress("BR23", "脑缺血性疾患", money, money, money) : null,
            OwnShare = known ? money : null,
            UndeterminedCount = 2,
            FoldedCount = 1,
            ReleaseNumber = 3,
            ReleaseHash = "ab12",
            DictionaryNumber = 4,
            LedgerSequence = 55,
            EvaluatedAt = at,
            ElapsedMicros = 812,
        };

    [Fact]
    public void Every_answer_comes_back_as_it_was() =>
        Answer.Sample(answer => Assert.Equivalent(answer, AnswerReader.Answer(AnswerWriter.Answer(answer)), strict: true), iter: 200);

    [Fact]
    public void What_is_recorded_and_then_told_is_told_in_the_bytes_of_its_record() =>
        Answer.Sample(
            answer =>
            {
                var recorded = AnswerWriter.Bytes(answer);
                var told = AnswerWriter.Answer(answer);
                Assert.Equal(recorded, told.Encoded);
                Assert.Equal(told, Protocol.V1.CheckAnswer.Parser.ParseFrom(recorded));
                // Asked for once more it is another message, of which nobody has made bytes.
                Assert.True(AnswerWriter.Answer(answer).Encoded.IsEmpty);
            },
            iter: 200);

    [Fact]
    public void Every_receipt_comes_back_as_it_was() =>
        Answer.Sample(
            answer =>
            {
                var receipt = new WriteReceipt
                {
                    LedgerSequence = 9,
                    Recorded = 2,
                    AlreadyRecorded = ["c1"],
                    IgnoredLowerRevision = ["o1"],
                    Parked = ["a1"],
                    Findings = answer.Findings,
                    State = answer.State,
                    StateReasons = answer.StateReasons,
                    CheckId = answer.CheckId,
                };
                Assert.Equivalent(receipt, AnswerReader.Receipt(AnswerWriter.Receipt(receipt)), strict: true);
            },
            iter: 200);

    [Fact]
    public void Percentages_have_one_decimal()
    {
        var budget = new BudgetProgress("BR23", "脑缺血性疾患", Core.Amounts.Money.FromYuan(8000), Core.Amounts.Money.FromYuan(9000), Core.Amounts.Money.FromYuan(10_000));
        var message = AnswerWriter.Budget(budget)!;
        Assert.Equal(("88.9", "80.0"), (message.PercentOfStandardCost, message.PercentOfPaymentStandard));
    }
}
