using System.Globalization;
using System.Net;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>
/// From the start of the app's process to its first answer, under the tests' host: what a cold start takes without the Functions host's
/// own part. For figures, <c>LEADFILTER_WORKER_STARTS</c> says how many starts, and <c>LEADFILTER_WORKER_FOLDER</c> which app
/// (docs/performance.md).
/// </summary>
[TestClass]
public sealed class WorkerStartTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_worker_that_has_just_been_started_answers_its_first_lead()
    {
        var starts = int.Parse(Environment.GetEnvironmentVariable("LEADFILTER_WORKER_STARTS") ?? "1", CultureInfo.InvariantCulture);
        var (loaded, answered) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var start = 0; start < starts; start++)
        {
            await using var app = await WorkerApp.CreateAsync();
            var began = TimeProvider.System.GetTimestamp();
            await app.StartWorkerAsync();
            loaded.Add(TimeProvider.System.GetElapsedTime(began));

            var (status, _) = await app.PostAsync("acme", """{"email":"bob@gmial.com","state":"TX","tcpa_consent":"no"}"""u8.ToArray());

            answered.Add(TimeProvider.System.GetElapsedTime(began));
            Assert.AreEqual(HttpStatusCode.Created, status);
        }

        TestContext.WriteLine(
            $"Median of {starts}: functions loaded after {Median(loaded):0} ms, first lead answered after {Median(answered):0} ms");
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
}
