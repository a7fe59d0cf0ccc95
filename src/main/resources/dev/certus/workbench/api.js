// Asks the service. A problem that it answers with becomes an error with its members.

export class Problem extends Error {
  constructor(details) {
    super(details.detail ?? details.title ?? "the service does not answer");
    this.details = details;
  }
}

async function answered(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok) {
    throw new Problem(
      type.includes("json") ? await response.json() : { status: response.status, detail: response.statusText },
    );
  }
  return type.includes("json") ? response.json() : response.text();
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem({ status: 0, detail: "The service does not answer. Is it still running?" });
  }
  return answered(response);
}

export const get = (path) => ask(path, {});

export const post = (path, body, accept = "application/json") =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: accept },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** Follows a job until it ends; tells how far it is. */
export function follow(job, told) {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/v1/jobs/${job}/events`);
    const take = (event) => {
      const state = JSON.parse(event.data);
      told(state);
      if (!["waiting", "running"].includes(state.state)) {
        events.close();
        state.state === "done"
          ? resolve(state)
          : reject(new Problem({ detail: state.failure ?? `the job was ${state.state}` }));
      }
    };
    for (const kind of ["waiting", "running", "done", "failed", "cancelled"]) {
      events.addEventListener(kind, take);
    }
    events.onerror = () => {
      events.close();
      reject(new Problem({ detail: "the service no longer tells how far the job is" }));
    };
  });
}
