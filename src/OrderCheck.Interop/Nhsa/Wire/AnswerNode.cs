namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>Around the output of every transaction; a property is called as the member is.</summary>
internal sealed record AnswerNode(int Infcode, string InfRefmsgid, string RefmsgTime, string RespondTime, string ErrMsg, string WarnMsg, OutputNode? Output);
