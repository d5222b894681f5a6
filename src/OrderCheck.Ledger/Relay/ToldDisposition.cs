namespace OrderCheck.Ledger.Relay;

/// <summary>What a user did about one of the bureau's warnings; nothing of a patient.</summary>
/// <param name="BureauId">jr_id as the bureau gave it.</param>
/// <param name="WarnType">1: of a 3101, 2: of a 3102.</param>
/// <param name="Way">dspo_way: 1 继续执行, 2 返回修改.</param>
/// <param name="Reason">dspo_way_rea; "" where none is needed.</param>
/// <param name="Envelope">JSON object of the members around the input that told it.</param>
public sealed record ToldDisposition(string Hospital, string BureauId, string WarnType, string Way, string Reason, string Envelope);
