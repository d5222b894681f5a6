using System.Data.Common;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Sql;

namespace OrderCheck.Ledger.Patients;

/// <summary>Patients' encounters, in the SQL that both stores share.</summary>
internal static class PatientQueries
{
    /// <summary>
    /// One statement, so that what it sees is of one moment. From an encounter that was merged, the way goes on to its other
    /// numbers; from one that only named the wrong patient once it does not.
    /// </summary>
    public static Task<List<PatientEncounter>> EncountersAsync(DbConnection connection, string hospital, string patientNumber, int limit) =>
        connection.QueryAsync(
            """
            WITH RECURSIVE related (encounter) AS (
              SELECT encounter FROM patient_mention WHERE hospital = @hospital AND patient_number = @patient
              UNION
              SELECT o.encounter FROM related r
              JOIN patient_mention m ON m.encounter = r.encounter AND m.merged = 1
              JOIN patient_mention n ON n.encounter = r.encounter
              JOIN patient_mention o ON o.hospital = @hospital AND o.patient_number = n.patient_number
            )
            SELECT e.number, e.hospital, e.visit_number,
              (SELECT u.last_sequence FROM append_unit u WHERE u.encounter = e.number ORDER BY u.last_sequence DESC LIMIT 1)
            FROM related r JOIN encounter e ON e.number = r.encounter ORDER BY e.number LIMIT @limit
            """,
            row => new PatientEncounter(row.GetInt64(0), new EncounterKey(row.GetString(1), row.GetString(2)), row.GetInt64(3)),
            ("@hospital", hospital), ("@patient", patientNumber), ("@limit", limit));

    public static Task<EncounterKey?> KeyAsync(DbConnection connection, long encounter) =>
        connection.FirstAsync(
            "SELECT hospital, visit_number FROM encounter WHERE number = @encounter",
            row => new EncounterKey(row.GetString(0), row.GetString(1)),
            ("@encounter", encounter));

    public static Task<List<long>> DueAsync(DbConnection connection, int limit) =>
        connection.QueryAsync("SELECT encounter FROM patient_mention_due ORDER BY encounter LIMIT @limit", row => row.GetInt64(0), ("@limit", limit));

    public static Task<int> DoneAsync(DbConnection connection, long encounter) =>
        connection.ExecuteAsync("DELETE FROM patient_mention_due WHERE encounter = @encounter", ("@encounter", encounter));

    public static Task<List<(long Sequence, byte[] Body)>> EventsAsync(DbConnection connection, long encounter) =>
        connection.QueryAsync(
            "SELECT sequence, body FROM entry WHERE encounter = @encounter AND kind = @kind ORDER BY sequence",
            row => (row.GetInt64(0), row.GetBytes(1)),
            ("@encounter", encounter), ("@kind", (int)EntityKind.Event));

    public static Task<int> InsertAsync(DbConnection connection, long encounter, PatientMention mention) =>
        connection.ExecuteAsync(
            """
            INSERT INTO patient_mention (hospital, patient_number, encounter, merged)
            SELECT hospital, @patient, number, @merged FROM encounter WHERE number = @encounter ON CONFLICT DO NOTHING
            """,
            ("@patient", mention.PatientNumber), ("@merged", mention.Merged ? 1 : 0), ("@encounter", encounter));
}
