namespace OrderCheck.Interop.Nhsa;

/// <summary>Why a request cannot be understood: what goes back as infcode -1.</summary>
/// <param name="Path">Of the value, "input.data.patient_dtos[0].fsi_encounter_dtos[0].adm_date"; "" of the body as a whole.</param>
/// <param name="Message">Chinese: the path, the form of the value and what is allowed; never a name or an id of a patient.</param>
/// <param name="MessageId">msgid where it was read already, else "".</param>
/// <param name="Line">In the body, from 1; 0 where it is of the body as a whole.</param>
/// <param name="Column">Character in the line, from 1.</param>
public sealed record NhsaFault(string Path, string Message, string MessageId = "", int Line = 0, int Column = 0);
