namespace OrderCheck.Interop.Nhsa;

/// <summary>Something in a request that is not as the specification has it, and was understood all the same.</summary>
/// <param name="Kind">Stable, for counting: "single_object", "number_as_text", "short_code" …</param>
/// <param name="Path">Where, "input.data.patient_dtos[0].fsi_encounter_dtos[0].adm_date"; of many alike the first.</param>
/// <param name="Times">How often in this request.</param>
public sealed record Deviation(string Kind, string Path, int Times);
