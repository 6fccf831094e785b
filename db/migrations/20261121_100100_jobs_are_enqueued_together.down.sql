drop function enqueue_jobs(jsonb);
