"""Parts of the HTML report: pure functions from results to markup; page.css and page.js are put into the page as they are."""
