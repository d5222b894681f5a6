namespace OrderCheck.Interop.Nhsa;

/// <summary>The members around a transaction's input that an answer or a record needs; texts as sent, "" where absent.</summary>
/// <param name="InfNo">The transaction's number in the caller's region, "3101".</param>
/// <param name="MessageId">msgid: the sender's id of the message; goes back as inf_refmsgid.</param>
/// <param name="FixmedinsCode">The hospital that the sender says it is.</param>
/// <param name="Operator">opter: the staff code of who works at the screen.</param>
/// <param name="OperatorKind">opter_type: 1 clerk, 2 self-service terminal, 3 mobile.</param>
public sealed record NhsaEnvelope(string InfNo, string MessageId, string FixmedinsCode, string Operator, string OperatorKind);
