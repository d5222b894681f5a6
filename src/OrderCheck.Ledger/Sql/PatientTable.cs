using OrderCheck.Ledger.Installation;

namespace OrderCheck.Ledger.Sql;

/// <summary>The erasable identities: the sealed row and its key lie in tables of their own, so that they can be backed up apart.</summary>
internal sealed class PatientTable(ISqlGate gate)
{
    public Task PutAsync(PatientIdentity patient) =>
        gate.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                "INSERT INTO patient_key (hospital, patient_number, secret) VALUES (@hospital, @patient, @secret) ON CONFLICT DO NOTHING",
                ("@hospital", patient.Hospital), ("@patient", patient.PatientNumber), ("@secret", PatientSeal.NewKey()));
            var key = await connection.FirstAsync(
                "SELECT secret FROM patient_key WHERE hospital = @hospital AND patient_number = @patient",
                row => row.GetBytes(0),
                ("@hospital", patient.Hospital), ("@patient", patient.PatientNumber));
            return await connection.ExecuteAsync(
                """
                INSERT INTO patient (hospital, patient_number, sealed) VALUES (@hospital, @patient, @sealed)
                ON CONFLICT (hospital, patient_number) DO UPDATE SET sealed = excluded.sealed
                """,
                ("@hospital", patient.Hospital), ("@patient", patient.PatientNumber), ("@sealed", PatientSeal.Seal(key!, patient)));
        });

    public Task<PatientIdentity?> FindAsync(string hospital, string patientNumber, CancellationToken cancellation) =>
        gate.ReadAsync(
            connection => connection.FirstAsync(
                """
                SELECT k.secret, p.sealed FROM patient p
                JOIN patient_key k ON k.hospital = p.hospital AND k.patient_number = p.patient_number
                WHERE p.hospital = @hospital AND p.patient_number = @patient
                """,
                row => PatientSeal.Open(row.GetBytes(0), row.GetBytes(1), hospital, patientNumber),
                ("@hospital", hospital), ("@patient", patientNumber)),
            cancellation);

    public async Task<bool> EraseAsync(string hospital, string patientNumber) =>
        await gate.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                "DELETE FROM patient_key WHERE hospital = @hospital AND patient_number = @patient",
                ("@hospital", hospital), ("@patient", patientNumber));
            return await connection.ExecuteAsync(
                "DELETE FROM patient WHERE hospital = @hospital AND patient_number = @patient",
                ("@hospital", hospital), ("@patient", patientNumber));
        }) == 1;
}
